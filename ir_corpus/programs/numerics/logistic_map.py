# calls: diagram(2.8, 3.9, 12, 60), diagram(3.8, 3.86, 5, 150)
def step(r, x):
    return r * x * (1 - x)


def cycle_length(orbit, tolerance):
    for period in range(1, len(orbit) // 2):
        same = True
        for k in range(period):
            if abs(orbit[k] - orbit[k + period]) > tolerance:
                same = False
                break
        if same:
            return period
    return 0


def diagram(low, high, columns, skip):
    lengths = []
    doubled = []
    chaos = 0
    for c in range(columns):
        r = low + (high - low) * c / columns
        x = 0.4
        for _ in range(skip):
            x = step(r, x)
        orbit = []
        for _ in range(40):
            x = step(r, x)
            orbit.append(x)
        length = cycle_length(orbit, tolerance=1e-3)
        if length == 0:
            chaos += 1
        if len(lengths) > 0 and length == 2 * lengths[-1]:
            doubled.append(round(r, 4))
        lengths.append(length)
    return lengths, doubled, chaos
