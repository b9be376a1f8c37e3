# calls: graze([2400, 1800, 2100, 2650, 1500, 2000], 55, 90)
# calls: graze([1000], 5, 20)
from collections import namedtuple

Move = namedtuple('Move', 'day source target')


def best_paddock(grass):
    best = 0
    for i in range(1, len(grass)):
        if grass[i] > grass[best]:
            best = i
    return best


def graze(grass, cows, days):
    grass = list(grass)
    eaten = cows * 12
    here = best_paddock(grass)
    moves = []
    hungry = 0
    for day in range(days):
        for i in range(len(grass)):
            if i != here:
                grass[i] = min(grass[i] + 45, 3000)
        if grass[here] - eaten < 1200:
            there = best_paddock(grass)
            if there != here:
                moves.append(Move(day=day, source=here, target=there))
                here = there
        if grass[here] < eaten:
            hungry += 1
        else:
            grass[here] -= eaten
    return [str(m.day) + ':' + str(m.source) + '>' + str(m.target) for m in moves], hungry, sum(grass)
