# calls: fit_heights([(8 + i % 40, 1.3 + 26 * (1 - 0.955 ** (8 + i % 40)) + (i * 7 % 5 - 2) * 0.3) for i in range(90)], [10, 25, 45])
# calls: fit_heights([(10, 9.0), (20, 16.0), (35, 21.5)], [15])
def least_squares(xs, ys):
    n = len(xs)
    mx = sum(xs) / n
    my = sum(ys) / n
    sxy = 0.0
    sxx = 0.0
    for x, y in zip(xs, ys):
        sxy += (x - mx) * (y - my)
        sxx += (x - mx) ** 2
    b = sxy / sxx
    return my - b * mx, b


def naslund(d, a, b):
    return 1.3 + d * d / (a + b * d) ** 2


def fit_heights(pairs, wanted):
    kept = list(pairs)
    for rounds in range(6):
        a, b = least_squares([d for d, h in kept], [d / (h - 1.3) ** 0.5 for d, h in kept])
        errors = [h - naslund(d, a, b) for d, h in kept]
        sd = (sum(e * e for e in errors) / len(errors)) ** 0.5
        good = [pair for pair, e in zip(kept, errors) if abs(e) <= 2.0 * sd]
        if len(good) == len(kept) or len(good) < 3:
            break
        kept = good
    return round(a, 5), round(b, 5), [round(naslund(d, a, b), 2) for d in wanted], len(kept), rounds
