# calls: replay(['k' + str(i * i % 97) for i in range(500)], 12), replay(['a', 'b', 'a'], 1)
class LruCache:
    def __init__(self, size):
        self.size = size
        self.values = {}
        self.order = []
        self.hits = 0
        self.misses = 0

    def get(self, key):
        if key not in self.values:
            self.misses += 1
            return None
        self.hits += 1
        self.order.remove(key)
        self.order.append(key)
        return self.values[key]

    def put(self, key, value):
        if key in self.values:
            self.order.remove(key)
        elif len(self.order) >= self.size:
            oldest = self.order.pop(0)
            del self.values[oldest]
        self.order.append(key)
        self.values[key] = value


def cost_of(key):
    total = 0
    for i in range(len(key)):
        total = total * 31 + ord(key[i])
    return total % 1009


def replay(keys, size):
    cache = LruCache(size)
    work = 0
    for key in keys:
        value = cache.get(key)
        if value is None:
            value = cost_of(key)
            work += min(value, 500)
            cache.put(key, value)
    return cache.hits, cache.misses, work, cache.order
