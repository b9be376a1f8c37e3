# calls: compare(0.05, 0.004, [15, 45, 205, 390], 12)
# calls: compare(0.1, 0.002, [0.2 * k + 1 for k in range(30)], 6), compare(0.02, 0.01, [400], 120)
from math import cosh, sqrt, tanh


def fin_parameter(h, k, diameter):
    return sqrt(4 * h / (k * diameter))


def exact(x, length, m):
    return cosh(m * (length - x)) / cosh(m * length)


def efficiency(m, length):
    return tanh(m * length) / (m * length)


def shooting(length, m, pieces):
    dx = length / pieces
    low, high = -m * 3, 0.0
    for _ in range(30):
        slope = (low + high) / 2
        theta, g = 1.0, slope
        profile = [theta]
        for _ in range(pieces):
            g_mid = g + 0.5 * dx * m * m * theta
            theta += dx * g_mid
            g = g + dx * m * m * (theta + profile[-1]) / 2
            profile.append(theta)
        if g > 0:
            high = slope
        else:
            low = slope
    return profile


def compare(length, diameter, conductivities, pieces):
    table = []
    for k in conductivities:
        m = fin_parameter(25.0, k, diameter)
        numeric = shooting(length, m, pieces)
        worst = max(abs(t - exact(i * length / pieces, length, m)) for i, t in enumerate(numeric))
        table.append((k, round(efficiency(m, length), 4), round(numeric[-1], 4), round(worst, 5)))
    return table
