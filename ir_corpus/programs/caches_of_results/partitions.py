# calls: summary(60), summary(5), summary(1)
KNOWN = {}


def ways(total, largest):
    if total == 0:
        return 1
    if total < 0 or largest == 0:
        return 0
    key = total * 1000 + largest
    if key not in KNOWN:
        KNOWN[key] = ways(total - largest, largest) + ways(total, largest - 1)
    return KNOWN[key]


def distinct(total, largest, seen):
    if total == 0:
        return 1
    if largest * (largest + 1) // 2 < total:
        return 0
    if (total, largest) not in seen:
        seen[total, largest] = distinct(total, largest - 1, seen)
        if largest <= total:
            seen[total, largest] += distinct(total - largest, largest - 1, seen)
    return seen[total, largest]


def summary(n):
    KNOWN.clear()
    seen = {}
    rows = []
    for k in range(1, n + 1):
        rows.append((ways(k, k), distinct(k, k, seen)))
    growth = [b[0] / a[0] for a, b in zip(rows, rows[1:])]
    fives = [k + 1 for k, row in enumerate(rows) if row[0] % 5 == 0]
    return rows[-1], len(KNOWN), len(seen), growth[-1:] , fives[:8]
