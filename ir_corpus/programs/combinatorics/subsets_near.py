# calls: closest([31, 17, 44, 8, 23, 5, 12], 77), closest([2.5, 4.25, 1.5], 5.0)
class Best:
    def __init__(self, target):
        self.target = target
        self.items = ()
        self.seen = 0

    @property
    def gap(self):
        return abs(self.target - sum(self.items))

    def offer(self, items):
        self.seen += 1
        if abs(self.target - sum(items)) < self.gap:
            self.items = tuple(items)


def subsets(items):
    if len(items) == 0:
        yield []
        return
    for rest in subsets(items[1:]):
        yield rest
        yield [items[0]] + rest


def closest(items, target):
    best = Best(target)
    sizes = {}
    for chosen in subsets(items):
        best.offer(chosen)
        if sum(chosen) <= target:
            if len(chosen) in sizes.keys():
                sizes[len(chosen)] += 1
            else:
                sizes[len(chosen)] = 1
        if best.gap == 0:
            break
    return best.items, best.gap, best.seen, sizes
