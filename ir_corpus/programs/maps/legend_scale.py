# calls: sheet([(2600000 + i * 317, 1199000 + i * i % 4000, ['church', 'hut', 'peak', 'spring'][i % 4]) for i in range(45)], 25000, (20, 15)), sheet([(0, 0, 'peak')], 1000, (3, 3))
def round_length(metres):
    power = 1
    while power * 10 <= metres:
        power *= 10
    for factor in (5, 2, 1):
        if factor * power <= metres:
            return factor * power


def bar(scale, width_cm):
    metres = round_length(scale / 100 * width_cm / 3)
    cells = int(metres * 100 / scale * 4)
    label = str(metres) + ' m' if metres < 1000 else str(metres / 1000).rstrip('0').rstrip('.') + ' km'
    return '|' + '='.join('-' * max(1, cells // 2) for _ in range(2)) + '| ' + label


def place_label(text, x, y, busy):
    for dx, dy in ((1, 0), (-len(text) - 1, 0), (0, 1), (0, -1)):
        cells = [(x + dx + k, y + dy) for k in range(len(text))]
        if not any(c in busy for c in cells):
            return cells
    return None


def sheet(objects, scale, paper):
    west = min(o[0] for o in objects)
    north = max(o[1] for o in objects)
    busy = []
    hidden = {}
    outside = 0
    for east, n, kind in objects:
        cm_x = (east - west) * 100 / scale
        cm_y = (north - n) * 100 / scale
        if cm_x > paper[0] or cm_y > paper[1]:
            outside += 1
            continue
        x, y = round(cm_x * 4), round(cm_y * 2)
        if (x, y) not in busy:
            busy.append((x, y))
        cells = place_label(kind, x, y, busy)
        if cells is None:
            hidden[kind] = hidden.get(kind, 0) + 1
        else:
            busy.extend(cells)
    return bar(scale, paper[0]), len(busy), hidden, outside
