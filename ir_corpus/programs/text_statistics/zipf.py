# calls: zipf_check(' '.join('term%d' % (i % (1 + i % 37)) for i in range(700))), zipf_check('b a b c b a')
from collections import Counter
from math import log


def ranked(text):
    counts = Counter(text.split())
    return sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))


def fit_line(xs, ys):
    n = len(xs)
    sx = sum(xs)
    sy = sum(ys)
    sxx = sum(x * x for x in xs)
    sxy = sum(x * y for x, y in zip(xs, ys))
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


def zipf_check(text):
    table = ranked(text)
    xs = [log(rank) for rank in range(1, len(table) + 1)]
    ys = [log(count) for _, count in table]
    slope, start = fit_line(xs, ys)
    residuals = []
    for x, y, (word, count) in zip(xs, ys, table):
        residuals.append((abs(y - (start + slope * x)), word))
    off = max(residuals)
    half = 0
    covered = 0
    total = sum(count for _, count in table)
    for _, count in table:
        if covered * 2 >= total:
            break
        covered += count
        half += 1
    return round(slope, 3), round(start, 3), off[1], half
