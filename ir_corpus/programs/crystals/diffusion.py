# calls: anneal([0.0] * 20 + [1.0] * 5 + [0.0] * 20, 0.2, 40), profile([8, 3, 0, 1, 7] * 4, 40)
def laplacian(values, i):
    left = values[i - 1] if i > 0 else values[i]
    right = values[i + 1] if i + 1 < len(values) else values[i]
    return left - 2 * values[i] + right


def anneal(values, rate, steps):
    for step in range(steps):
        following = []
        for i in range(len(values)):
            following.append(values[i] + rate * laplacian(values, i))
        values = following
    peak = 0.0
    where = -1
    for i in range(len(values)):
        if values[i] > peak:
            peak = values[i]
            where = i
    width = 0
    for v in values:
        if v > peak / 2:
            width += 1
    return round(peak, 6), where, width, round(sum(values), 6)


def profile(vacancies, length):
    bars = []
    for v in vacancies:
        bar = ''
        for k in range(length):
            if k < v * length // 10:
                bar += '#'
            else:
                bar += '-'
        bars.append(bar)
    return bars
