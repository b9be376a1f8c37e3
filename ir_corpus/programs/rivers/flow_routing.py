# calls: muskingum([20 + 90 * (i % 60) * (60 - i % 60) / 900 for i in range(240)], [(12, 0.2), (9, 0.3), (20, 0.15)], 6), muskingum([5.0, 5.0], [(10, 0.1)], 6)
def coefficients(k, x, dt):
    d = 2 * k * (1 - x) + dt
    c0 = (dt - 2 * k * x) / d
    c1 = (dt + 2 * k * x) / d
    c2 = (2 * k * (1 - x) - dt) / d
    return c0, c1, c2


def route(inflow, k, x, dt):
    outflow = [inflow[0]]
    for t in range(1, len(inflow)):
        c0, c1, c2 = coefficients(k, x, dt)
        q = c0 * inflow[t] + c1 * inflow[t - 1] + c2 * outflow[t - 1]
        outflow.append(q if q > 0 else 0.0)
    return outflow


def peak(flow):
    when = 0
    for t in range(len(flow)):
        if flow[t] > flow[when]:
            when = t
    return when, round(flow[when], 3)


def muskingum(inflow, reaches, dt):
    flow = inflow
    peaks = [peak(flow)]
    for k, x in reaches:
        flow = route(flow, k, x, dt)
        peaks.append(peak(flow))
    volume_in = sum(inflow) * dt
    volume_out = sum(flow) * dt
    return peaks, round(volume_out / volume_in, 5)
