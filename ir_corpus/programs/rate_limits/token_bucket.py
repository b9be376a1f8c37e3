# calls: serve([(i * 7 % 13 * 0.1 + i * 0.25, 'abc'[i % 3]) for i in range(220)], 2.0, 5), serve([(0.0, 'x'), (0.0, 'x'), (0.1, 'x')], 1.0, 2)
class Bucket:
    def __init__(self, rate, size):
        self.rate = rate
        self.size = size
        self.level = float(size)
        self.last = 0.0

    def refill(self, now):
        if now > self.last:
            self.level = min(self.size, self.level + (now - self.last) * self.rate)
            self.last = now

    def take(self, now, amount=1):
        self.refill(now)
        if self.level >= amount:
            self.level -= amount
            return True
        return False

    def wait(self, amount=1):
        if self.level >= amount:
            return 0.0
        return (amount - self.level) / self.rate


def serve(requests, rate, size):
    buckets = {}
    accepted = {}
    waits = []
    for now, client in sorted(requests):
        if client not in buckets:
            buckets[client] = Bucket(rate * 0.5, size)
            accepted[client] = [0, 0]
        cost = 2 if len(waits) % 5 == 4 else 1
        if buckets[client].take(now, cost):
            accepted[client][0] += 1
        else:
            accepted[client][1] += 1
            waits.append(round(buckets[client].wait(cost), 4))
    return accepted, len(waits), max(waits, default=0.0), [round(b.level, 3) for b in buckets.values()]
