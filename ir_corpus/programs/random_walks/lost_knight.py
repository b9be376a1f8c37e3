# calls: tour('e4', 120, 3), tour('a1', 25, 500), tour('h8', 250, 42)
FILES = 'abcdefgh'


def knight_moves(square):
    f = FILES.index(square[0])
    r = int(square[1])
    moves = []
    for df, dr in [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]:
        if 0 <= f + df < 8 and 1 <= r + dr <= 8:
            moves.append(FILES[f + df] + str(r + dr))
    return moves


def colour(square):
    return 'black' if (FILES.index(square[0]) + int(square[1])) % 2 == 1 else 'white'


def board(seen):
    text = ''
    for r in range(8, 0, -1):
        for f in FILES:
            if f + str(r) in seen:
                text += str(min(9, seen[f + str(r)]))
            else:
                text += '.'
        text += '/'
    return text[:-1]


def tour(square, hops, seed):
    start = square
    seen = {square: 1}
    returned = []
    for hop in range(1, hops + 1):
        seed = (seed * 421 + 1663) % 7875
        options = knight_moves(square)
        square = options[seed * len(options) // 7875]
        seen[square] = seen.get(square, 0) + 1
        if square == start:
            returned.append(hop)
    blacks = sum(n for s, n in seen.items() if colour(s) == 'black')
    return board(seen), returned, blacks, square
