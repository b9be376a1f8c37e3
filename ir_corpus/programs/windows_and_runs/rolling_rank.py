# calls: rolling([(i * 7919 + i * i) % 113 for i in range(140)], 9), rolling([4, 4], 2)
from bisect import bisect_left, insort


class Window:
    def __init__(self, width):
        self.width = width
        self.order = []
        self.sorted = []

    def push(self, value):
        self.order.append(value)
        insort(self.sorted, value)
        if len(self.order) > self.width:
            old = self.order.pop(0)
            del self.sorted[bisect_left(self.sorted, old)]

    def full(self):
        return len(self.order) == self.width

    def median(self):
        n = len(self.sorted)
        return (self.sorted[(n - 1) // 2] + self.sorted[n // 2]) / 2

    def rank(self, value):
        return bisect_left(self.sorted, value)


def rolling(values, width):
    window = Window(width)
    medians = []
    ranks = [0] * width
    records = []
    for i, value in enumerate(values):
        window.push(value)
        if not window.full():
            continue
        medians.append(window.median())
        ranks[window.rank(value)] += 1
        if value == window.sorted[-1]:
            records.append(i)
    gaps = [b - a for a, b in zip(records, records[1:])]
    off = [i for i, m in enumerate(medians) if abs(values[i + width - 1] - m) > 50]
    return medians[-4:], ranks, max(gaps, default=0), off
