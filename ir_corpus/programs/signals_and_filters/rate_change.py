# calls: resample([i % 10 for i in range(80)], 3, 2), resample([1, 0, 0, 0], 5, 1)
# calls: resample([(-1) ** i * i for i in range(120)], 2, 5)
def stuff(signal, up):
    out = []
    for s in signal:
        out.append(s)
        out += [0] * (up - 1)
    return out


def kernel(up):
    rising = list(range(1, up))
    return [k / up for k in rising + [up] + rising[::-1]]


def convolve(signal, h):
    out = [0.0] * (len(signal) + len(h) - 1)
    for i, s in enumerate(signal):
        for j, c in enumerate(h):
            out[i + j] += s * c
    return out


def common(a, b):
    while b:
        a, b = b, a % b
    return a


def resample(signal, up, down):
    g = common(up, down)
    up //= g
    down //= g
    smooth = convolve(stuff(signal, up), kernel(max(up, down)))
    delay = max(up, down) - 1
    picked = smooth[delay::down]
    picked = picked[:len(signal) * up // down]
    scale = up / max(up, down)
    return len(picked), [round(v * scale, 4) for v in picked]
