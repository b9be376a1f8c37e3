# calls: tournament(['Player %s' % c for c in 'ABCDEFGHIJ'], 3), tournament(['x', 'y', 'z'], 8)
def pairings(players):
    ring = list(players)
    if len(ring) % 2 == 1:
        ring.append(None)
    half = len(ring) // 2
    rounds = []
    for turn in range(len(ring) - 1):
        pairs = []
        for k in range(half):
            a, b = ring[k], ring[-1 - k]
            if a is not None and b is not None:
                pairs.append((a, b) if (k + turn) % 2 == 0 else (b, a))
        rounds.append(pairs)
        ring = [ring[0], ring[-1]] + ring[1:-1]
    return rounds


def lcg(seed):
    while True:
        seed = (seed * 69069 + 1) % 4294967296
        yield seed >> 16


def tournament(players, seed):
    dice = lcg(seed)
    results = {}
    whites = {p: 0 for p in players}
    for pairs in pairings(players):
        for white, black in pairs:
            whites[white] += 1
            throw = next(dice) % 10
            results[white, black] = 2 if throw < 4 else 1 if throw < 7 else 0
    points = {p: 0 for p in players}
    for (white, black), half_points in results.items():
        points[white] += half_points
        points[black] += 2 - half_points
    return crosstable(players, results, points), sonneborn(results, points), max(whites.values()) - min(whites.values())


def crosstable(players, results, points):
    rows = []
    for p in sorted(players, key=lambda q: (-points[q], q)):
        row = p + ' '
        for q in players:
            if (p, q) in results:
                row += '0=1'[results[p, q]]
            elif (q, p) in results:
                row += '1=0'[results[q, p]]
            else:
                row += '*'
        rows.append(row + ' ' + str(points[p] / 2))
    return rows


def sonneborn(results, points):
    scores = {p: 0.0 for p in points}
    for (white, black), half_points in results.items():
        scores[white] += half_points / 2 * points[black] / 2
        scores[black] += (2 - half_points) / 2 * points[white] / 2
    return scores
