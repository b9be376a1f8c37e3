# calls: grid(0.2, 2.0, 14), grid(0.05, 0.5, 4)
# calls: grid(1.0, 1.0, 3, 150)
def poles_inside(a1, a2):
    """Jury's test of z^2 + a1 z + a2."""
    return abs(a2) < 1 and abs(a1) < 1 + a2


def decay(a1, a2, limit):
    y1 = 1.0
    y2 = 0.0
    count = 0
    while count < limit and abs(y1) + abs(y2) > 0.01:
        y1, y2 = -a1 * y1 - a2 * y2, y1
        count += 1
    return count


def grid(low, high, cells, limit=40):
    lines = []
    stable = 0
    fastest = None
    for r in range(cells):
        line = ''
        for c in range(cells):
            gain = low + (high - low) * r / cells
            lead = low + (high - low) * c / cells
            a1 = gain * lead - 1.8
            a2 = 0.9 - gain * 0.1
            if poles_inside(a1, a2):
                stable += 1
                steps = decay(a1, a2, limit)
                line += 's'
                if fastest is None or steps < fastest[0]:
                    fastest = (steps, gain, lead)
            else:
                line += '-'
        lines.append(line)
    return stable, fastest, lines[0]
