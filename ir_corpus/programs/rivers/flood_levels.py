# calls: flood_table([310 + i * 97 % 420 + (i % 13 == 0) * 260 for i in range(65)], [2, 5, 10, 20, 50, 100]), flood_table([100, 120], [10])
from math import log, sqrt


def rank(values):
    done = []
    rest = values[:]
    while rest:
        top = max(rest)
        rest.remove(top)
        done.append(top)
    return done


def weibull(ordered):
    n = len(ordered)
    return [(q, (n + 1) / (i + 1)) for i, q in enumerate(ordered)]


def gumbel(values, period):
    n = len(values)
    mean = sum(values) / n
    sd = sqrt(sum((v - mean) ** 2 for v in values) / (n - 1))
    beta = sd * sqrt(6) / 3.14159265
    mode = mean - 0.5772 * beta
    return mode - beta * log(-log(1 - 1 / period))


def empirical(points, period):
    for (q1, t1), (q2, t2) in zip(points, points[1:]):
        if t2 <= period <= t1:
            return q2 + (q1 - q2) * (log(period) - log(t2)) / (log(t1) - log(t2))
    return None


def flood_table(values, periods):
    points = weibull(rank(values))
    table = []
    for period in periods:
        g = gumbel(values, period)
        e = empirical(points, period)
        off = None if e is None else round(100 * (g - e) / e, 1)
        years = [i for i, v in enumerate(values) if v > g]
        table.append((period, round(g), off, len(years), years[-1] if years else -1))
    return table
