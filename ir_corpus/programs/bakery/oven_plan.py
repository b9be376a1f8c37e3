# calls: plan_day([('rye', 55, 230, 14), ('baguette', 22, 245, 60), ('roll', 15, 235, 180), ('muffin', 20, 190, 600), ('tart', 35, 200, 333), ('brioche', 30, 180, 25), ('cake', 45, 170, 12), ('stollen', 60, 175, 20)], [12, 18, 24])
# calls: plan_day([('roll', 15, 235, 7)], [12])
def change_time(old, new):
    if new >= old:
        return (new - old) // 5
    return (old - new) // 3


class Oven:
    def __init__(self, places):
        self.places = places
        self.free_at = 0
        self.heat = 20
        self.batches = []

    def ready_for(self, heat):
        return self.free_at + change_time(self.heat, heat)

    def bake(self, name, minutes, heat, pieces):
        begin = self.ready_for(heat)
        self.free_at = begin + minutes
        self.heat = heat
        self.batches.append((name, begin, pieces))
        return self.free_at


def plan_day(products, sizes):
    ovens = [Oven(size) for size in sizes]
    left = {}
    for name, minutes, heat, pieces in products:
        left[name] = pieces
    last = 0
    while any(left[name] > 0 for name in left):
        for name, minutes, heat, pieces in sorted(products, key=lambda p: -p[2]):
            if left[name] <= 0:
                continue
            best = ovens[0]
            for oven in ovens:
                if oven.ready_for(heat) < best.ready_for(heat):
                    best = oven
            amount = min(best.places, left[name])
            last = max(last, best.bake(name, minutes, heat, amount))
            left[name] -= amount
    return last, [oven.batches for oven in ovens]
