# calls: alarms([20.0 + i * 7 % 11 * 0.3 + (15 if i % 40 == 33 else 0) for i in range(120)], 10, 3.0)
# calls: alarms([1.0, 1.0, 9.0], 2, 2)
def mean(values):
    return sum(values) / len(values)


def deviation(values):
    total = 0.0
    for value in values:
        total += (value - mean(values)) ** 2
    return (total / len(values)) ** 0.5


def alarms(readings, width, factor):
    found = []
    quiet = 0
    for i in range(width, len(readings)):
        window = readings[i - width:i]
        if quiet > 0:
            quiet -= 1
            continue
        limit = mean(window) + factor * deviation(window)
        if readings[i] > limit and deviation(window) > 0:
            found.append((i, round(readings[i] - limit, 3)))
            quiet = width // 2
    return found
