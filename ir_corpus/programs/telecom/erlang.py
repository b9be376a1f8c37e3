# calls: lines_needed([2.5, 8.0, 17.3, 33.0, 0.4], 0.01), lines_needed([1.0], 0.5)
def blocking(load, lines):
    top = 1.0
    for k in range(1, lines + 1):
        top = top * load / k
    bottom = 0.0
    for n in range(lines + 1):
        term = 1.0
        for k in range(1, n + 1):
            term = term * load / k
        bottom += term
    return top / bottom


def lines_needed(loads, limit):
    needed = []
    for load in loads:
        lines = 1
        while blocking(load, lines) > limit:
            lines += max(1, int(load) // 8)
        needed.append((load, lines, round(load * (1 - blocking(load, lines)) / lines, 3)))
    busiest = max([row[2] for row in needed])
    return needed, [row[0] for row in needed if row[2] == busiest]
