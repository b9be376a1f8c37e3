# calls: statistics(30, {3: 22, 5: 8, 11: 26, 20: 29, 27: 1, 21: 9, 17: 4, 19: 7}, 20)
# calls: statistics(100, {}, 6), statistics(12, {4: 10, 11: 2}, 40, sides=4)
def throws(seed, sides):
    def throw():
        nonlocal seed
        seed = (seed * 171) % 30269
        return seed % sides + 1
    return throw


def game(size, jumps, throw):
    square = 0
    moves = 0
    used = []
    while square != size:
        n = throw()
        moves += 1
        if square + n > size:
            continue
        square += n
        if square in jumps:
            used.append(square)
            square = jumps[square]
        if moves > 1000:
            break
    return moves, used


def statistics(size, jumps, games, sides=6):
    counts = {}
    popular = {}
    for g in range(games):
        moves, used = game(size, jumps, throws(g * 31 + 17, sides))
        counts[moves] = counts.get(moves, 0) + 1
        for square in used:
            popular[square] = popular.get(square, 0) + 1
    mean = sum(m * c for m, c in counts.items()) / games
    line = ', '.join('%d:%d' % (m, counts[m]) for m in sorted(counts))
    snakes = sum(c for square, c in popular.items() if jumps[square] < square)
    return mean, line, snakes, sorted(popular.items())
