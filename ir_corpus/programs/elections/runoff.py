# calls: instant_runoff([['a', 'b', 'c'], ['b', 'c', 'a'], ['c', 'b', 'a'], ['b', 'a', 'c'], ['a', 'c', 'b']] * 8)
def first_choice(ballot, out):
    for name in ballot:
        if name not in out:
            return name
    return None


def instant_runoff(ballots):
    out = []
    while True:
        counts = {'a': 0, 'b': 0, 'c': 0}
        for i in range(len(ballots)):
            choice = first_choice(ballots[i], out)
            if choice is not None:
                counts[choice] = counts[choice] + 1
        total = 0
        for name in counts:
            total += counts[name]
        leader = max(counts.keys(), key=lambda name: counts[name])
        if counts[leader] * 2 > total or len(out) >= 2:
            return leader, counts[leader], total
        weakest = None
        for name in ['a', 'b', 'c']:
            if name not in out and (weakest is None or counts[name] < counts[weakest]):
                weakest = name
        out = out + [weakest]
