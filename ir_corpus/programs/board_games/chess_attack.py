# calls: report('r3k2r/ppp2ppp/2n1bn2/3qp3/3P4/2N1BN2/PPPQ1PPP/R3K2R'), report('8/2p5/1p1N4/3Q4/4k1r1/8/6B1/8')
SLIDES = {'r': [(0, 1), (1, 0), (0, -1), (-1, 0)], 'b': [(1, 1), (1, -1), (-1, 1), (-1, -1)]}
SLIDES['q'] = SLIDES['r'] + SLIDES['b']
KNIGHT = [(a, b) for a in (-2, -1, 1, 2) for b in (-2, -1, 1, 2) if abs(a) != abs(b)]
WORTH = {'p': 1, 'n': 3, 'b': 3, 'r': 5, 'q': 9, 'k': 0}


def read_fen(fen):
    squares = {}
    for rank, row in enumerate(fen.split('/')):
        column = 0
        for c in row:
            if c.isdigit():
                column += int(c)
            else:
                squares[(column, rank)] = c
                column += 1
    return squares


def targets(squares, place):
    piece = squares[place]
    kind = piece.lower()
    x, y = place
    if kind == 'p':
        forward = -1 if piece.isupper() else 1
        steps = [(-1, forward), (1, forward)]
    elif kind == 'n':
        steps = KNIGHT
    elif kind == 'k':
        steps = SLIDES['q']
    else:
        reached = []
        for dx, dy in SLIDES[kind]:
            for n in range(1, 8):
                at = (x + dx * n, y + dy * n)
                if not (0 <= at[0] < 8 and 0 <= at[1] < 8):
                    break
                reached.append(at)
                if at in squares:
                    break
        return reached
    return [(x + dx, y + dy) for dx, dy in steps if 0 <= x + dx < 8 and 0 <= y + dy < 8]


def report(fen):
    squares = read_fen(fen)
    control = {True: [], False: []}
    hanging = []
    for place, piece in squares.items():
        control[piece.isupper()].extend(targets(squares, place))
    for place, piece in squares.items():
        attackers = control[not piece.isupper()].count(place)
        defenders = control[piece.isupper()].count(place)
        if attackers > defenders:
            hanging.append(piece + 'abcdefgh'[place[0]] + str(8 - place[1]))
    material = sum(WORTH[p.lower()] * (1 if p.isupper() else -1) for p in squares.values())
    return material, len(control[True]), len(control[False]), hanging
