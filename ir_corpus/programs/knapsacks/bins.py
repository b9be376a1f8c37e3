# calls: first_fit([(i * 37 + 11) % 60 + 5 for i in range(170)], 100), first_fit([50] * 8, 100)
# calls: decreasing([(i * 29 + 3) % 45 + 1 for i in range(90)], 80)
class Bin:
    def __init__(self, capacity):
        self.capacity = capacity
        self.parts = []
        self.used = 0

    def free(self):
        return self.capacity - self.used

    def fits(self, size):
        return size <= self.free()

    def put(self, size):
        self.parts.append(size)
        self.used += size


def first_fit(sizes, capacity):
    bins = []
    for size in sizes:
        placed = False
        for b in bins:
            if b.fits(size):
                b.put(size)
                placed = True
                break
        if not placed:
            fresh = Bin(capacity)
            fresh.put(size)
            bins.append(fresh)
    return len(bins), sum(b.free() for b in bins)


def lower_bound(sizes, capacity):
    half = 0
    for i in range(len(sizes)):
        if sizes[i] * 2 > capacity:
            half += 1
    return max(half, -(-sum(sizes) // capacity))


def decreasing(sizes, capacity):
    unordered = first_fit(sizes, capacity)
    ordered = first_fit(sorted(sizes, reverse=True), capacity)
    bounds = []
    for k in range(1, 9):
        bounds.append(lower_bound([s for s in sizes if s % k == 0], capacity))
    return unordered[0], ordered[0], min(unordered[1], ordered[1]), bounds
