# calls: break_paragraph('the quick compositor sets a long galley of type before breakfast and then rests upon the stone while ink dries slowly over every forme'.split() * 2, 34)
# calls: break_paragraph(['one'], 10)
def badness(width, used, gaps):
    slack = width - used
    if slack < 0:
        return None
    if gaps == 0:
        return 50 if slack else 0
    return (slack / gaps) ** 3


def line_cost(words, i, j, width):
    natural = sum(len(w) for w in words[i:j]) + (j - i - 1)
    if j == len(words) and natural <= width:
        return 0
    return badness(width, natural, j - i - 1)


def break_paragraph(words, width):
    n = len(words)
    best = [None] * (n + 1)
    cut = [0] * (n + 1)
    best[n] = 0
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n + 1):
            cost = line_cost(words, i, j, width)
            if cost is None:
                break
            if best[j] is None:
                continue
            if best[i] is None or cost + best[j] < best[i]:
                best[i] = cost + best[j]
                cut[i] = j
    lines = []
    i = 0
    while i < n:
        lines.append(' '.join(words[i:cut[i]]))
        i = cut[i]
    return lines, round(best[0], 3)
