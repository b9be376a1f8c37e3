# calls: running_order([('L%02d' % i, 'chairs prints clocks rugs'.split()[i * 5 % 4], 60 + i * 83 % 900) for i in range(64)]), running_order([('a', 'x', 1)])
def excitement(position, total):
    third = total / 3
    if position < third / 2:
        return 2
    if position < 2 * third:
        return 5 if position % 5 != 4 else 3
    return 1


def slots(total):
    order = list(range(total))
    order.sort(key=lambda p: (-excitement(p, total), p))
    return order


def spread_kinds(line):
    swaps = 0
    for i in range(1, len(line)):
        if line[i][1] == line[i - 1][1]:
            for j in range(i + 1, len(line)):
                ok = line[j][1] != line[i - 1][1]
                if j + 1 < len(line):
                    ok = ok and line[i][1] != line[j + 1][1]
                if ok and line[i][1] != line[j - 1][1]:
                    line[i], line[j] = line[j], line[i]
                    swaps += 1
                    break
    return swaps


def running_order(lots):
    total = len(lots)
    line = [None] * total
    by_value = sorted(lots, key=lambda lot: lot[2], reverse=True)
    for place, lot in zip(slots(total), by_value):
        line[place] = lot
    swaps = spread_kinds(line)
    running = 0
    half = None
    for i, lot in enumerate(line):
        running += lot[2]
        if half is None and 2 * running >= sum(l[2] for l in lots):
            half = i
    neighbours = sum(1 for a, b in zip(line, line[1:]) if a[1] == b[1])
    return [lot[0] for lot in line], swaps, half, neighbours
