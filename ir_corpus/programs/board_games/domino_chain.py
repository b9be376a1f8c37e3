# calls: longest_chain([(0, 3), (3, 5), (5, 5), (5, 1), (1, 3), (2, 6), (6, 3), (1, 6)]), longest_chain([(1, 2)])
def ends_with(tile, number):
    if tile[0] == number:
        return tile[1]
    if tile[1] == number:
        return tile[0]
    return -1


def extend(chain, hand):
    best = chain
    for tile in hand:
        nxt = ends_with(tile, chain[-1][1])
        if nxt == -1:
            continue
        rest = [t for t in hand if t != tile]
        longer = extend(chain + [(chain[-1][1], nxt)], rest)
        if len(longer) > len(best):
            best = longer
        elif len(longer) == len(best) and pips(longer) > pips(best):
            best = longer
    return best


def pips(chain):
    total = 0
    for tile in chain:
        total += tile[0] + tile[1]
    return total


def longest_chain(tiles):
    best = []
    for tile in tiles:
        rest = [t for t in tiles if t != tile]
        for start in (tile, (tile[1], tile[0])):
            chain = extend([start], rest)
            if (len(chain), pips(chain)) > (len(best), pips(best)):
                best = chain
    left = [t for t in tiles if t not in best and (t[1], t[0]) not in best]
    return ' '.join('%d|%d' % t for t in best), pips(best), left
