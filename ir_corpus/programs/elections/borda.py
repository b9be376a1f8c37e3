# calls: borda([('xyzw', 3), ('wzyx', 2), ('yxwz', 5), ('zzzz', 1), ('xy', 4), ('wyxz', 2)] * 5, 'wxyz', True)
def valid(ballot, candidates):
    for letter in ballot:
        if letter not in candidates:
            return False
        if ballot.count(letter) > 1:
            return False
    return True


def borda(ballots, candidates, share_rest):
    points = dict.fromkeys(candidates, 0)
    spoilt = 0
    for ballot, times in ballots:
        if not valid(ballot, candidates):
            spoilt += times
            continue
        for place in range(len(ballot)):
            points[ballot[place]] += (len(candidates) - 1 - place) * times
        missing = [c for c in candidates if c not in ballot]
        if share_rest and len(missing) > 0:
            for c in missing:
                points[c] += (len(missing) - 1) / 2 * times
    highest = max(points.values())
    leaders = []
    for c in points:
        if points[c] == highest:
            leaders.append(c)
    return leaders, highest, spoilt
