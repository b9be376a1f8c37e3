# calls: windows([i * i % 31 for i in range(260)], 6, 120), windows([5, 5, 5], 1, 4)
def most_distinct(values, kinds):
    best = (0, 0)
    counts = {}
    left = 0
    for right in range(len(values)):
        v = values[right]
        counts[v] = counts.get(v, 0) + 1
        while len(counts) > kinds:
            old = values[left]
            counts[old] -= 1
            if counts[old] == 0:
                del counts[old]
            left += 1
        if right + 1 - left > best[1] - best[0]:
            best = (left, right + 1)
    return best


def longest_below(values, limit):
    start = total = 0
    best = (0, 0)
    for end, v in enumerate(values):
        total += v
        while total > limit and start <= end:
            total -= values[start]
            start += 1
        if end + 1 - start > best[1] - best[0]:
            best = (start, end + 1)
    return best


def no_repeats(values):
    last_seen = {}
    start = 0
    best = 0
    for i, v in enumerate(values):
        if v in last_seen and last_seen[v] >= start:
            start = last_seen[v] + 1
        last_seen[v] = i
        best = max(best, i - start + 1)
    return best


def windows(values, kinds, limit):
    a, b = most_distinct(values, kinds)
    c, d = longest_below(values, limit)
    return (a, b, sorted(set(values[a:b]))), (c, d, sum(values[c:d])), no_repeats(values)
