# calls: frost_report(9.0, 11.0, [0.3, 0.6, 0.9], 5)
# calls: frost_report(-2.0, 14.0, [0.5], 10), frost_report(14.0, 6.0, [0.2 + 0.2 * k for k in range(8)], 30)
import math

SOILS = {'sand': 0.9e-6, 'clay': 0.5e-6, 'peat': 0.1e-6}
YEAR = 365 * 86400.0


def damping_depth(diffusivity):
    omega = 2 * math.pi / YEAR
    return math.sqrt(2 * diffusivity / omega)


def temperature(depth, day, mean, swing, soil):
    d = damping_depth(SOILS[soil])
    phase = 2 * math.pi * (day - 28) / 365 - depth / d
    return mean - swing * math.exp(-depth / d) * math.cos(phase)


def frozen_days(depth, mean, swing, soil, step):
    return sum(step for day in range(0, 365, step) if temperature(depth, day, mean, swing, soil) < 0)


def frost_depth(mean, swing, soil):
    depth = 0.0
    while depth < 3.0:
        coldest = mean - swing * math.exp(-depth / damping_depth(SOILS[soil]))
        if coldest >= 0:
            return round(depth, 2)
        depth += 0.05
    return 'permafrost'


def frost_report(mean, swing, depths, step):
    result = {}
    for soil in SOILS:
        days = {round(d, 2): frozen_days(d, mean, swing, soil, step) for d in depths}
        result[soil] = (frost_depth(mean, swing, soil), days)
    return result
