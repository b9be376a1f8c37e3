# calls: render([1.0, 0.5, -0.25, 0.0] * 40, [(3, 0.6), (17, 0.3), (40, -0.2)], 80)
# calls: render([0.0] * 5 + [1.0], [(1, 0.9)], 12)
class DelayLine:
    def __init__(self, size):
        self.cells = [0.0 for _ in range(size)]
        self.size = size
        self.head = 0

    def push(self, value):
        self.cells[self.head] = value
        self.head = (self.head + 1) % self.size

    def tap(self, delay):
        return self.cells[(self.head - delay) % self.size]


def render(dry, taps, tail):
    line = DelayLine(64)
    out = []
    clipped = 0
    for n in range(len(dry) + tail):
        if n < len(dry):
            x = dry[n]
        else:
            x = 0.0
        wet = x
        for delay, gain in taps:
            wet += gain * line.tap(delay)
        if wet > 1.0:
            wet = 1.0
            clipped += 1
        if wet < -1.0:
            wet = -1.0
            clipped += 1
        line.push(wet)
        out.append(wet)
    last = 0
    for i in range(len(out)):
        if abs(out[i]) > 0.001:
            last = i
    return last, clipped, max(out), min(out)
