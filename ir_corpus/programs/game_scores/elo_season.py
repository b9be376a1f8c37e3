# calls: season({'p%d' % k: 1400 + 25 * k for k in range(10)}, [('p%d' % (i % 10), 'p%d' % (i * 3 % 10), (i * 7 % 3) / 2) for i in range(150)]), season({'a': 1000, 'b': 1000}, [('a', 'b', 1.0)])
def expected(mine, other):
    mine_power = 10 ** (mine / 400)
    other_power = 10 ** (other / 400)
    return mine_power / (mine_power + other_power)


def factor(games):
    if games < 5:
        return 40
    return 20 if games < 20 else 10


def season(start, games):
    rating = dict(start)
    played = {name: 0 for name in start}
    peak = dict(start)
    upsets = []
    for white, black, result in games:
        if white == black:
            continue
        hope = expected(rating[white], rating[black])
        if (result == 1 and hope < 0.35) or (result == 0 and hope > 0.65):
            upsets.append((white, black, round(hope, 2)))
        change_white = factor(played[white]) * (result - hope)
        change_black = factor(played[black]) * (hope - result)
        rating[white] += change_white
        rating[black] += change_black
        for name in (white, black):
            played[name] += 1
            peak[name] = max(peak[name], rating[name])
    order = sorted(rating, key=rating.get, reverse=True)
    climbed = {name: round(rating[name] - start[name], 1) for name in order}
    return order, climbed, len(upsets), upsets[:2], round(max(peak.values()), 1)
