# calls: many_islands(12, 20, 30, 77), many_islands(3, 50, 20, 5)
# calls: many_islands(40, 4, 40, 1234567)
class Island:
    def __init__(self, size, seed):
        self.size = size
        self.state = seed
        self.count = size // 2

    def random(self):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state / 2147483648

    def generation(self):
        share = self.count / self.size
        children = 0
        for _ in range(self.size):
            if self.random() < share:
                children += 1
        self.count = children

    @property
    def fixed(self):
        return self.count == 0 or self.count == self.size


def many_islands(islands, size, generations, seed):
    lost = kept = 0
    times = []
    spread = []
    for k in range(islands):
        island = Island(size, seed + 1000 * k)
        for t in range(generations):
            if island.fixed:
                times.append(t)
                break
            island.generation()
        if island.count == 0:
            lost += 1
        elif island.count == size:
            kept += 1
        spread.append(island.count / size)
    mean = sum(spread) / len(spread)
    variance = sum((s - mean) ** 2 for s in spread) / len(spread)
    return lost, kept, times, round(mean, 4), round(variance, 4)
