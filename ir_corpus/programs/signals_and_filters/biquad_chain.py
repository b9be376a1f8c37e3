# calls: response([('low', 800), ('high', 100), ('notch', 300)], 8000, [100, 300, 1000])
# calls: response([], 8000, [440]), response([('low', 200)] * 3, 4000, [50, 100, 200, 400])
import math


class Biquad:
    def __init__(self, kind, freq, rate, q=0.707):
        w = 2 * math.pi * freq / rate
        alpha = math.sin(w) / (2 * q)
        cos = math.cos(w)
        if kind == 'low':
            b = [(1 - cos) / 2, 1 - cos, (1 - cos) / 2]
        elif kind == 'high':
            b = [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2]
        else:
            b = [1, -2 * cos, 1]
        a0 = 1 + alpha
        self.b = [v / a0 for v in b]
        self.a = [-2 * cos / a0, (1 - alpha) / a0]
        self.x1 = self.x2 = self.y1 = self.y2 = 0.0

    def push(self, x):
        y = self.b[0] * x + self.b[1] * self.x1 + self.b[2] * self.x2
        y -= self.a[0] * self.y1 + self.a[1] * self.y2
        self.x2, self.x1 = self.x1, x
        self.y2, self.y1 = self.y1, y
        return y


def gain(specs, rate, freq, samples=240):
    chain = [Biquad(kind, f, rate) for kind, f in specs]
    loudest = 0.0
    for n in range(samples):
        v = math.sin(2 * math.pi * freq * n / rate)
        for section in chain:
            v = section.push(v)
        if n > samples // 2:
            loudest = max(loudest, abs(v))
    return loudest


def response(specs, rate, freqs):
    return [(f, round(20 * math.log10(gain(specs, rate, f) + 1e-9), 2)) for f in freqs]
