# calls: ripen([('grass', 12.0), ('leaves', 20.0), ('straw', 5.0), ('peel', 8.0)] * 4, 90)
# calls: ripen([('peel', 3.0)], 700)
RATIO = {'grass': 18, 'leaves': 60, 'straw': 90, 'peel': 22}


class Layer:
    def __init__(self, kind, kilos):
        self.kind = kind
        self.kilos = kilos
        self.ratio = RATIO[kind]

    def rot(self, heat):
        speed = 0.004 + 0.0004 * heat
        if self.ratio > 40:
            speed = speed / 2
        self.kilos -= self.kilos * speed


def heap_ratio(layers):
    carbon = 0.0
    total = 0.0
    for layer in layers:
        carbon += layer.kilos * layer.ratio
        total += layer.kilos
    return carbon / total


def ripen(loads, days):
    layers = []
    for kind, kilos in loads:
        layers.append(Layer(kind, kilos))
    heat = 15.0
    hottest = heat
    for day in range(days):
        if 25 <= heap_ratio(layers) <= 40:
            heat = min(heat + 3.0, 65.0)
        else:
            heat = max(heat - 0.5, 12.0)
        for layer in layers:
            layer.rot(heat)
        hottest = max(hottest, heat)
    return round(sum(layer.kilos for layer in layers), 3), hottest, round(heap_ratio(layers), 3)
