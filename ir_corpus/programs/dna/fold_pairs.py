# calls: fold('GGGAAACUCGCAUUCCGGAUAGC'), fold('AU')
def can_pair(a, b):
    return a + b in ['AU', 'UA', 'GC', 'CG', 'GU', 'UG']


def table(rna, loop):
    n = len(rna)
    best = [[0] * n for _ in range(n)]
    for span in range(loop + 1, n):
        for i in range(n - span):
            j = i + span
            value = max(best[i + 1][j], best[i][j - 1])
            if can_pair(rna[i], rna[j]):
                value = max(value, best[i + 1][j - 1] + 1)
            for k in range(i + 1, j):
                if best[i][k] + best[k + 1][j] > value:
                    value = best[i][k] + best[k + 1][j]
            best[i][j] = value
    return best


def trace(rna, best, i, j, marks, loop):
    if j - i <= loop:
        return
    if best[i][j] == best[i + 1][j]:
        trace(rna, best, i + 1, j, marks, loop)
    elif best[i][j] == best[i][j - 1]:
        trace(rna, best, i, j - 1, marks, loop)
    elif can_pair(rna[i], rna[j]) and best[i][j] == best[i + 1][j - 1] + 1:
        marks[i] = '('
        marks[j] = ')'
        trace(rna, best, i + 1, j - 1, marks, loop)
    else:
        for k in range(i + 1, j):
            if best[i][j] == best[i][k] + best[k + 1][j]:
                trace(rna, best, i, k, marks, loop)
                trace(rna, best, k + 1, j, marks, loop)
                break


def fold(rna, loop=3):
    best = table(rna, loop)
    marks = ['.'] * len(rna)
    trace(rna, best, 0, len(rna) - 1, marks, loop)
    return ''.join(marks), best[0][-1]
