# calls: winner(['ann', 'bob', 'ann', 'cid', 'bob', 'ann', 'dee'] * 25)
def tally(votes):
    counts = {}
    for vote in votes:
        if vote not in counts:
            counts[vote] = 0
        counts[vote] += 1
    return counts


def winner(votes):
    counts = tally(votes)
    best = None
    most = -1
    for name in counts:
        if counts[name] > most:
            most = counts[name]
            best = name
    total = 0
    for name in counts.keys():
        total += counts[name]
    shares = []
    for name in sorted(counts.keys()):
        shares.append((name, round(counts[name] * 100 / total, 1)))
    return best, shares
