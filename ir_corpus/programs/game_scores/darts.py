# calls: evening([[(i * 11 + k * 7) % 21 * ((i + k) % 3 + 1) for k in range(60)] for i in range(10)], 301), evening([[60, 60, 60, 60, 60, 1], [25] * 4], 301)
def is_double(points):
    return points % 2 == 0 and 2 <= points <= 40 or points == 50


def checkouts(rest):
    ways = []
    for double in range(1, 21):
        if double * 2 == rest:
            ways.append((double * 2,))
    for first in range(1, 61):
        if is_double(rest - first) and single_dart(first):
            ways.append((first, rest - first))
    return ways


def single_dart(points):
    for times in (1, 2, 3):
        if points % times == 0 and points // times <= 20:
            return True
    return points in (25, 50)


def play(throws, start):
    rest = start
    turn_start = rest
    busts = 0
    darts = 0
    for points in throws:
        if darts % 3 == 0:
            turn_start = rest
        darts += 1
        rest -= points
        if rest == 0 and is_double(points):
            break
        if rest < 2:
            rest = turn_start
            busts += 1
            while darts % 3 != 0:
                darts += 1
    return rest, darts, busts


def evening(players, start):
    table = []
    for number, throws in enumerate(players):
        rest, darts, busts = play(throws, start)
        average = (start - rest) * 3 / darts
        ways = checkouts(rest) if 0 < rest <= 110 else []
        table.append((number, rest, round(average, 1), busts, len(ways), ways[:1]))
    winner = min(table, key=lambda row: (row[1], -row[2]))
    return table, winner[0]
