# calls: fares({('A', 'B'): 4, ('B', 'C'): 7, ('C', 'D'): 3, ('B', 'E'): 6, ('E', 'F'): 2, ('F', 'D'): 8, ('D', 'G'): 5, ('G', 'H'): 4, ('E', 'H'): 13, ('H', 'I'): 6}, [2.2, 0.17])
# calls: fares({('X', 'Y'): 1}, [1, 0.5])
INF = 10 ** 9


def station_list(lines):
    names = []
    for pair in lines:
        for name in pair:
            if name not in names:
                names.append(name)
    return sorted(names)


def shortest(lines, names):
    d = [[INF for _ in names] for _ in names]
    for i in range(len(names)):
        d[i][i] = 0
    for (a, b), km in lines.items():
        d[names.index(a)][names.index(b)] = km
        d[names.index(b)][names.index(a)] = km
    for k in range(len(names)):
        for i in range(len(names)):
            for j in range(len(names)):
                if d[i][k] + d[k][j] < d[i][j]:
                    d[i][j] = d[i][k] + d[k][j]
    return d


def price(km, tariff):
    base, rate = tariff
    amount = base + rate * min(km, 10)
    if km > 10:
        amount += rate * 0.8 * (km - 10)
    return int(amount * 20 + 0.5) / 20


def fares(lines, tariff):
    names = station_list(lines)
    d = shortest(lines, names)
    table = ''
    for i in range(len(names)):
        table += names[i] + '|'
        for j in range(len(names)):
            if j < i:
                table += format(price(d[i][j], tariff), '6.2f')
        table += '\n'
    longest = max((d[i][j], names[i], names[j]) for i in range(len(names)) for j in range(i))
    return table, longest
