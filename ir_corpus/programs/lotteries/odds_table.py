# calls: odds_table([(6, 49, 1), (5, 50, 12), (7, 39, 1), (5, 69, 26), (6, 45, 20), (10, 80, 1), (4, 24, 1), (5, 35, 5)] * 5), odds_table([(1, 2, 1)])
def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)


def choose(n, k):
    if k < 0 or k > n:
        return 0
    return factorial(n) // (factorial(k) * factorial(n - k))


def exactly(hits, picks, pool):
    return choose(picks, hits) * choose(pool - picks, picks - hits) / choose(pool, picks)


def one_in(p):
    if p == 0:
        return 'never'
    n = round(1 / p)
    text = str(n)
    parts = []
    while len(text) > 3:
        parts.insert(0, text[-3:])
        text = text[:-3]
    return "1 : " + "'".join([text] + parts)


def odds_table(games):
    lines = []
    for picks, pool, stars in games:
        line = f'{picks}/{pool}'
        if stars > 1:
            line += f'+{stars}'
        rest = 1.0
        for hits in range(picks, 1, -1):
            p = exactly(hits, picks, pool)
            rest -= p
            line += ' | ' + one_in(p / stars if hits == picks else p)
        lines.append(line + ' | %.4f' % rest)
    return lines
