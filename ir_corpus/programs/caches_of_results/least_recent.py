# calls: hit_table([i * i % 31 if i % 3 else i % 12 for i in range(160)], [4, 8, 16]), hit_table([1, 2, 1], [1])
class Recent:
    def __init__(self, size):
        self.size = size
        self.order = []
        self.values = {}
        self.hits = 0

    def get(self, key, make):
        if key in self.values:
            self.hits += 1
            self.order.remove(key)
        else:
            if len(self.order) == self.size:
                oldest = self.order.pop(0)
                del self.values[oldest]
            self.values[key] = make(key)
        self.order.append(key)
        return self.values[key]


def collatz(n):
    steps = 0
    while n > 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


def hit_table(keys, sizes):
    rows = []
    for size in sizes:
        cache = Recent(size)
        total = 0
        for key in keys:
            total += cache.get(key, collatz)
        rows.append((size, cache.hits, cache.hits / len(keys), total, cache.order[-1]))
    return rows
