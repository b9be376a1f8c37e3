# calls: echo([i * 3 % 11 for i in range(260)], 16, 5), echo([1, 2, 3], 4, 1)
class Ring:
    def __init__(self, size):
        self.items = [0] * size
        self.size = size
        self.head = 0

    def push(self, value):
        self.items[self.head] = value
        self.head = (self.head + 1) % self.size

    def ago(self, n):
        return self.items[(self.head - 1 - n) % self.size]

    def energy(self):
        total = 0
        for i in range(self.size):
            total += self.items[i] * self.items[i]
        return total


def clip(value, bound):
    return min(bound, max(-bound, value))


def echo(samples, size, delay):
    ring = Ring(size)
    out = []
    loudest = 0
    for number, sample in enumerate(samples):
        mixed = clip(sample + ring.ago(delay) // 2, 12)
        ring.push(mixed)
        out.append(mixed)
        if number % 8 == 7:
            loudest = max(loudest, ring.energy())
    return out[-8:], loudest
