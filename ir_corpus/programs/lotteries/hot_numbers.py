# calls: habits([[1 + (i * 37 + k * k * 11) % 49 for k in range(6)] for i in range(70)], 49), habits([[1, 2, 3]], 5), habits([], 6)
def last_seen(draws, number):
    ago = 0
    i = len(draws) - 1
    while i >= 0:
        if number in draws[i]:
            return ago
        ago += 1
        i -= 1
    return -1


def longest_gap(draws, number):
    gap = 0
    longest = 0
    for draw in draws:
        if number in draw:
            gap = 0
        else:
            gap += 1
        if gap > longest:
            longest = gap
    return longest


def habits(draws, highest):
    table = []
    for number in range(1, highest + 1):
        count = 0
        for draw in draws:
            if number in draw:
                count += 1
        table.append([number, count, last_seen(draws, number), longest_gap(draws, number)])
    hot = sorted(table, key=lambda row: (-row[1], row[0]))[:6]
    overdue = []
    for row in table:
        if row[2] == row[3] and row[2] > 0:
            overdue.append(row[0])
    together = {}
    for draw in draws:
        for a in draw:
            for b in draw:
                if a < b:
                    together[(a, b)] = together.get((a, b), 0) + 1
    best = max(together.values(), default=0)
    return hot, overdue, sorted(pair for pair in together if together[pair] == best)[:5]
