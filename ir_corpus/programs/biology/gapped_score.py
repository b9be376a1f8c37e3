# calls: score('GATTACAGATTACA', 'GCATGCGATTAGA'), score('ACGT', 'AGT')
def similarity(a, b):
    if a == b:
        return 2
    if a in 'AG' and b in 'AG' or a in 'CT' and b in 'CT':
        return 0
    return -1


def score(one, two, gap=-2):
    rows = len(one) + 1
    columns = len(two) + 1
    table = []
    for i in range(rows):
        table.append([0] * columns)
    for i in range(rows):
        table[i][0] = i * gap
    for j in range(columns):
        table[0][j] = j * gap
    for i in range(1, rows):
        for j in range(1, columns):
            both = table[i - 1][j - 1] + similarity(one[i - 1], two[j - 1])
            table[i][j] = max(both, table[i - 1][j] + gap, table[i][j - 1] + gap)
    top = ''
    bottom = ''
    i = len(one)
    j = len(two)
    while i > 0 and j > 0:
        if table[i][j] == table[i - 1][j - 1] + similarity(one[i - 1], two[j - 1]):
            i, j = i - 1, j - 1
            top, bottom = one[i] + top, two[j] + bottom
        elif table[i][j] == table[i - 1][j] + gap:
            i -= 1
            top, bottom = one[i] + top, '-' + bottom
        else:
            j -= 1
            top, bottom = '-' + top, two[j] + bottom
    return table[-1][-1], one[:i] + top, two[:j] + bottom
