# calls: balance_street([(i * 37 + i * i * 11) % 90 / 10 + 0.5 for i in range(60)]), balance_street([1.0])
from math import cos, hypot, pi, sin


def neutral(loads):
    x = 0.0
    y = 0.0
    for k in range(3):
        angle = 2 * pi * k / 3
        x += loads[k] * cos(angle)
        y += loads[k] * sin(angle)
    return hypot(x, y)


def totals(houses, phase_of):
    sums = [0.0, 0.0, 0.0]
    for i in range(len(houses)):
        sums[phase_of[i]] += houses[i]
    return sums


def balance_street(houses):
    phase_of = [i % 3 for i in range(len(houses))]
    start = neutral(totals(houses, phase_of))
    moves = []
    sums = totals(houses, phase_of)
    for i in range(len(houses)):
        old = phase_of[i]
        best = old
        best_current = neutral(sums)
        for phase in range(3):
            if phase != old:
                trial = sums[:]
                trial[old] -= houses[i]
                trial[phase] += houses[i]
                if neutral(trial) + 0.01 < best_current:
                    best, best_current = phase, neutral(trial)
        if best != old:
            sums[old] -= houses[i]
            sums[best] += houses[i]
            phase_of[i] = best
            moves.append((i, 'RST'[old] + '->' + 'RST'[best]))
    return round(start, 6), round(neutral(sums), 6), moves
