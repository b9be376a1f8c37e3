# calls: roughness([(220.0 * (1 + i % 5) * (1.0 + i // 5 * 0.26), 1.0 / (1 + i % 5)) for i in range(20)])
# calls: dissonance_curve(220.0, 6, [1.0 + 0.04 * i for i in range(8)])
from math import exp


def plomp(f1, f2, a1, a2):
    low = f1 if f1 < f2 else f2
    s = 0.24 / (0.021 * low + 19)
    d = abs(f2 - f1)
    return a1 * a2 * (exp(-3.5 * s * d) - exp(-5.75 * s * d))


def roughness(partials):
    total = 0.0
    for i in range(len(partials)):
        for j in range(i + 1, len(partials)):
            total += plomp(partials[i][0], partials[j][0], partials[i][1], partials[j][1])
    return total


def partials(base, count):
    result = []
    amplitude = 1.0
    for k in range(count):
        result.append((base * (k + 1), amplitude))
        amplitude = amplitude * 0.88
    return result


def dissonance_curve(base, count, ratios):
    values = []
    for ratio in ratios:
        values.append(roughness(partials(base, count) + partials(base * ratio, count)))
    dips = []
    for i in range(1, len(values) - 1):
        if values[i] < values[i - 1] and values[i] < values[i + 1]:
            dips.append(ratios[i])
    return dips, max(values)
