# calls: run(['ABCD', 'BCAD', 'CABD', 'DBCA', 'CBAD', 'BADC', 'DACB'] * 9 + ['AD', 'C', 'DB'] * 4)
def first_choice(ballot, out):
    for candidate in ballot:
        if candidate not in out:
            return candidate
    return None


def run(ballots):
    candidates = []
    for ballot in ballots:
        for candidate in ballot:
            if candidate not in candidates:
                candidates.append(candidate)
    candidates.sort()
    out = []
    rounds = []
    while True:
        counts = {c: 0 for c in candidates if c not in out}
        exhausted = 0
        for ballot in ballots:
            choice = first_choice(ballot, out)
            if choice is None:
                exhausted += 1
            else:
                counts[choice] += 1
        rounds.append(dict(counts))
        for c in counts:
            if counts[c] * 2 > len(ballots) - exhausted:
                return c, rounds
        loser = min(counts, key=lambda c: (counts[c], c))
        out.append(loser)
