# calls: shape([(i * 0.07, 400 + i * 131 % 1100, i % 3) for i in range(90)], 9000.0, 3000.0)
class Bucket:
    def __init__(self, rate, size):
        self.rate = rate
        self.size = size
        self.tokens = size
        self.at = 0.0

    def refill(self, now):
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now

    def take(self, now, count):
        self.refill(now)
        if self.tokens >= count:
            self.tokens -= count
            return True
        return False


def shape(packets, rate, size):
    buckets = {}
    sent = 0
    dropped = []
    for now, length, flow in packets:
        if flow not in buckets:
            buckets[flow] = Bucket(rate / 3, size)
        if buckets[flow].take(now, length):
            sent += length
        else:
            dropped.append((round(now, 2), flow, length))
    lost = 0
    for now, flow, length in dropped:
        lost += length
    return sent, lost / (sent + lost), len(dropped), [round(buckets[flow].tokens, 1) for flow in buckets]
