# calls: draw([('n', 'ABBCCC'[i % 6], i * 7 % 10) for i in range(90)], 20), draw([('x', 'A', 1), ('y', 'B', 2)], 2)
def quota(counts, size):
    total = sum(counts.values())
    shares = {}
    for name in counts:
        shares[name] = int(size * counts[name] / total)
    while sum(shares.values()) < size:
        best = None
        for name in counts:
            missing = size * counts[name] / total - shares[name]
            if best is None or missing > size * counts[best] / total - shares[best]:
                best = name
        shares[best] += 1
    return shares


def draw(rows, size):
    counts = {}
    for row in rows:
        counts[row[1]] = counts.get(row[1], 0) + 1
    wanted = quota(counts, size)
    chosen = []
    for name in sorted(wanted):
        members = [row for row in rows if row[1] == name]
        step = len(members) / max(wanted[name], 1)
        at = step / 2
        for _ in range(wanted[name]):
            chosen.append(members[int(at)])
            at += step
    mean = sum([row[2] for row in chosen]) / len(chosen)
    whole = sum([row[2] for row in rows]) / len(rows)
    return wanted, mean, abs(mean - whole) < 0.5
