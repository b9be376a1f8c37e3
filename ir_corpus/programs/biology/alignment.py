# calls: align('ACGTACGTGACCT', 'ACTTACGGACCTA')
def score(a, b):
    if a == b:
        return 2
    return -1


def align(first, second):
    rows = len(first) + 1
    columns = len(second) + 1
    table = []
    for i in range(rows):
        table.append([0] * columns)
    for i in range(rows):
        table[i][0] = -2 * i
    for j in range(columns):
        table[0][j] = -2 * j
    for i in range(1, rows):
        for j in range(1, columns):
            match = table[i - 1][j - 1] + score(first[i - 1], second[j - 1])
            delete = table[i - 1][j] - 2
            insert = table[i][j - 1] - 2
            table[i][j] = max(match, delete, insert)
    return table[rows - 1][columns - 1]
