# calls: compare('GATTACAGGATCCTTAGACATTGACA', 'TTGACCGGATCATTAGGACATCGA'), compare('A', 'T')
def weigh(a, b):
    if a == b:
        return 3
    if a + b in ('AG', 'GA', 'CT', 'TC'):
        return -1
    return -3


def fill(a, b, gap):
    rows = len(a) + 1
    cols = len(b) + 1
    h = [[0] * cols for _ in range(rows)]
    peak = (0, 0, 0)
    for i in range(1, rows):
        for j in range(1, cols):
            h[i][j] = max(0, h[i - 1][j - 1] + weigh(a[i - 1], b[j - 1]), h[i - 1][j] + gap, h[i][j - 1] + gap)
            if h[i][j] > peak[0]:
                peak = (h[i][j], i, j)
    return h, peak


def compare(a, b, gap=-2):
    h, peak = fill(a, b, gap)
    top, bottom, bars = '', '', ''
    score, i, j = peak
    while i > 0 and j > 0 and h[i][j] > 0:
        if h[i][j] == h[i - 1][j - 1] + weigh(a[i - 1], b[j - 1]):
            i, j = i - 1, j - 1
            x, y = a[i], b[j]
        elif h[i][j] == h[i - 1][j] + gap:
            i -= 1
            x, y = a[i], '-'
        else:
            j -= 1
            x, y = '-', b[j]
        top = x + top
        bottom = y + bottom
        bars = ('|' if x == y else ' ') + bars
    return score, (i, j), [top, bars, bottom]
