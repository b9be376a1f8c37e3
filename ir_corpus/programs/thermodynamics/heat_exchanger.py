# calls: march(363.0, 288.0, 1.2, 2.0, 0.35, 150)
# calls: march(400.0, 300.0, 0.5, 0.5, 1.0, 12, False)
import math


def cp_water(t):
    c = 4.2174
    c += -5.618e-3 * (t - 273.15) / 10
    c += 1.2992e-3 * ((t - 273.15) / 10) ** 2
    return c


def log_mean(d1, d2):
    if abs(d1 - d2) < 1e-9:
        return d1
    return (d1 - d2) / math.log(d1 / d2)


def march(hot, cold, flow_hot, flow_cold, ua, cells, parallel=True):
    t_hot, t_cold = hot, cold
    duty = 0.0
    profile = []
    entropy = 0.0
    for i in range(cells):
        q = ua / cells * (t_hot - t_cold)
        if not parallel:
            q = q * 1.1
        duty += q
        t_hot -= q / (flow_hot * cp_water(t_hot))
        t_cold += q / (flow_cold * cp_water(t_cold))
        entropy += q / t_cold - q / t_hot
        if i % 10 == 9:
            profile.append((round(t_hot, 2), round(t_cold, 2)))
    mean = log_mean(hot - cold, t_hot - t_cold)
    return duty, mean, entropy, profile[-1]
