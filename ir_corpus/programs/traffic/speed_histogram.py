# calls: histogram([28 + i * 37 % 45 + i % 7 / 2 for i in range(500)], 50, 5)
# calls: histogram([30.0, 90.0], 30, 10)
import math


def bucket(speed, width):
    return int(math.floor(speed / width)) * width


def histogram(speeds, limit, width):
    counts = {}
    for s in speeds:
        b = bucket(s, width)
        try:
            counts[b] += 1
        except KeyError:
            counts[b] = 1
    ordered = sorted(speeds)
    v85 = ordered[int(0.85 * (len(ordered) - 1))]
    mean = sum(speeds) / len(speeds)
    var = 0.0
    for s in speeds:
        var += (s - mean) * (s - mean)
    std = math.sqrt(var / len(speeds))
    outliers = []
    for i in range(len(speeds)):
        if abs(speeds[i] - mean) > 2 * std and speeds[i] > limit:
            outliers.append(i)
    rows = []
    low = min(counts)
    while low <= max(counts):
        n = counts.get(low, 0)
        rows.append(f'{low:3d}-{low + width:3d} {"=" * (n // 4)}{" <" if low >= limit else ""}')
        low += width
    return rows, v85, round(std, 3), outliers
