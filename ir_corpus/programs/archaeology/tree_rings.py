# calls: date_beam([100 + (i * i * 31 + i * 17) % 83 for i in range(120)], [100 + (i * i * 31 + i * 17) % 83 + i % 3 for i in range(37, 77)], 1500)
# calls: date_beam([5, 9, 4, 8, 2], [1, 1], 0)
def trend(widths):
    signs = []
    for i in range(1, len(widths)):
        if widths[i] > widths[i - 1]:
            signs.append(1)
        elif widths[i] < widths[i - 1]:
            signs.append(-1)
        else:
            signs.append(0)
    return signs


def agreement(master, sample, offset):
    same = 0.0
    for i in range(len(sample)):
        if master[offset + i] == sample[i]:
            same += 1.0
        elif master[offset + i] == 0 or sample[i] == 0:
            same += 0.5
    return 100.0 * same / len(sample)


def date_beam(master, sample, first_year):
    m = trend(master)
    s = trend(sample)
    scores = []
    for offset in range(0, len(m) - len(s) + 1):
        scores.append((agreement(m, s, offset), first_year + offset))
    scores = sorted(scores, reverse=True)
    best = scores[0]
    second = scores[1] if len(scores) > 1 else (0.0, None)
    certain = best[0] >= 70 and best[0] - second[0] > 5
    return best, second, certain
