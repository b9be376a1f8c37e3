# calls: daily([(1700000000 + i * 2711, 10 + (i * 7919 % 100) / 10) for i in range(260)]), daily([(0, 1.0), (86399, 3.0), (86400, 9.0)])
DAY = 86400


class Bucket:
    def __init__(self, start):
        self.start = start
        self.values = []

    def add(self, stamp, value):
        self.values.append((stamp, value))

    def low(self):
        return min(v for _, v in self.values)

    def high(self):
        return max(v for _, v in self.values)

    def weighted(self):
        total = 0.0
        weight = 0
        for k in range(len(self.values)):
            stamp, value = self.values[k]
            if k + 1 < len(self.values):
                until = self.values[k + 1][0]
            else:
                until = self.start + DAY
            total += value * (until - stamp)
            weight += until - stamp
        return total / weight


def daily(readings):
    buckets = []
    for stamp, value in readings:
        start = stamp - stamp % DAY
        if not buckets or buckets[-1].start != start:
            buckets.append(Bucket(start))
        buckets[-1].add(stamp, value)
    rows = [(b.start // DAY, b.low(), round(b.weighted(), 3), b.high()) for b in buckets]
    swings = [high - low for _, low, _, high in rows]
    return rows, rows[swings.index(max(swings))][0]
