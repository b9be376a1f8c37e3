# calls: cycle((30.0, 4.0), 0.05, 300), cycle((10.0, 10.0), 0.1, 100)
# calls: cycle((20.0, 8.0), 0.02, 150, c=0.5)
def rates(state, a, b, c, d):
    hares, lynx = state
    return (a * hares - b * hares * lynx, d * b * hares * lynx - c * lynx)


def shifted(state, slope, h):
    return tuple(s + h * k for s, k in zip(state, slope))


def rk4(state, h, *params):
    k1 = rates(state, *params)
    k2 = rates(shifted(state, k1, h / 2), *params)
    k3 = rates(shifted(state, k2, h / 2), *params)
    k4 = rates(shifted(state, k3, h), *params)
    return tuple(s + h / 6 * (p + 2 * q + 2 * r + t) for s, p, q, r, t in zip(state, k1, k2, k3, k4))


def peaks(values):
    return [i for i in range(1, len(values) - 1) if values[i - 1] < values[i] >= values[i + 1]]


def cycle(state, h, steps, a=1.1, b=0.08, c=0.9, d=0.6):
    track = [state]
    for _ in range(steps):
        track.append(rk4(track[-1], h, a, b, c, d))
    hares = [s[0] for s in track]
    lynx = [s[1] for s in track]
    tops = peaks(hares)
    period = None
    if len(tops) > 1:
        period = round((tops[-1] - tops[0]) * h / (len(tops) - 1), 3)
    return period, (round(min(hares), 3), round(max(hares), 3)), (round(min(lynx), 3), round(max(lynx), 3))
