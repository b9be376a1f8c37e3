# calls: diff(['a', 'b', 'c', 'd', 'e', 'f', 'g'] * 2, ['a', 'c', 'x', 'd', 'f', 'g', 'y'] * 2)
def table_of(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
    return table


def diff(a, b):
    table = table_of(a, b)
    i = len(a)
    j = len(b)
    out = []
    while i > 0 or j > 0:
        if i > 0 and j > 0 and a[i - 1] == b[j - 1]:
            out.append('  ' + a[i - 1])
            i -= 1
            j -= 1
        elif j > 0 and (i == 0 or table[i][j - 1] >= table[i - 1][j]):
            out.append('+ ' + b[j - 1])
            j -= 1
        else:
            out.append('- ' + a[i - 1])
            i -= 1
    out.reverse()
    return out
