# calls: calibrate(2450, 30, [(y, 2600 - abs((y * 13) % 71 - 35) + (y - 2500)) for y in range(2300, 2800, 4)])
# calls: calibrate(100, 5, [(90, 90), (100, 101), (110, 112)])
from math import exp, pi, sqrt


def density(x, mean, sigma):
    return exp(-0.5 * ((x - mean) / sigma) ** 2) / (sigma * sqrt(2 * pi))


def interpolate(curve, year):
    for (y0, c0), (y1, c1) in zip(curve, curve[1:]):
        if y0 <= year <= y1:
            return c0 + (c1 - c0) * (year - y0) / (y1 - y0)
    return None


def calibrate(age, error, curve):
    years = list(range(curve[0][0], curve[-1][0] + 1, 3))
    weights = []
    for year in years:
        weights.append(density(interpolate(curve, year), age, error))
    total = sum(weights)
    if total == 0:
        return None
    weights = [w / total for w in weights]
    ranked = sorted(range(len(years)), key=lambda i: -weights[i])
    inside = 0.0
    chosen = []
    for i in ranked:
        chosen.append(years[i])
        inside += weights[i]
        if inside >= 0.683:
            break
    mean = sum(y * w for y, w in zip(years, weights))
    return min(chosen), max(chosen), len(chosen), round(mean, 3)
