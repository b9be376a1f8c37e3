# calls: bigram_table('she sells sea shells by the sea shore and the shells she sells are sea shells ' * 6), bigram_table('aab')
LETTERS = 'abcdefghijklmnopqrstuvwxyz'


def empty_table():
    table = []
    for _ in LETTERS:
        table.append([0] * 26)
    return table


def fill(table, text):
    for i in range(len(text) - 1):
        a = LETTERS.find(text[i])
        b = LETTERS.find(text[i + 1])
        if a >= 0 and b >= 0:
            table[a][b] += 1


def row_entropy(row):
    from math import log2
    total = sum(row)
    if total == 0:
        return 0.0
    entropy = 0.0
    for n in row:
        if n > 0:
            entropy -= n / total * log2(n / total)
    return entropy


def bigram_table(text):
    table = empty_table()
    fill(table, text.lower())
    top = []
    for a in range(26):
        for b in range(26):
            if table[a][b] > 0:
                top.append((-table[a][b], LETTERS[a] + LETTERS[b]))
    top.sort()
    entropies = {LETTERS[a]: round(row_entropy(table[a]), 3) for a in range(26) if any(table[a])}
    never = sum(row.count(0) for row in table)
    return [(pair, -n) for n, pair in top[:8]], entropies, never
