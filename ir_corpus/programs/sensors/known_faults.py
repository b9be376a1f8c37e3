# calls: usable([(n % 40, n * 0.5) for n in range(160)], [n for n in range(0, 40, 3)])
# calls: clipped([n * 0.37 - 12.0 for n in range(120)], -5.0, 20.0)
def usable(readings, faulty):
    total = 0.0
    count = 0
    for sensor, value in readings:
        if sensor in faulty:
            continue
        total += value
        count += 1
    return total / max(count, 1)


def clipped(values, low, high):
    result = []
    for value in values:
        result.append(max(low, min(high, value)))
    return result
