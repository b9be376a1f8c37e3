# calls: rises([i * 29 % 41 for i in range(80)], 4)
def windows(values, width):
    for start in range(len(values) - width + 1):
        yield values[start:start + width]


def rises(values, width):
    count = 0
    sums = []
    for window in windows(values, width):
        total = 0
        for value in window:
            total += value
        sums.append(total)
    for i in range(1, len(sums)):
        if sums[i] > sums[i - 1]:
            count += 1
    return count, max(s for s in sums), all(s > 10 for s in sums)
