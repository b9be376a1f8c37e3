# calls: check(200, 8, 5), check(50, 10, 12), check(4, 6, 1)
class Generator:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 16807 + 11) % 2147483647
        return self.state % limit


def reservoir(items, size, generator):
    kept = []
    seen = 0
    for item in items:
        seen += 1
        if len(kept) < size:
            kept.append(item)
        else:
            place = generator.below(seen)
            if place < size:
                kept[place] = item
    return kept


def check(count, size, rounds):
    generator = Generator(42)
    hits = [0] * count
    for _ in range(rounds):
        for item in reservoir(range(count), size, generator):
            hits[item] += 1
    early = 0
    late = 0
    for item in range(count):
        if item < count // 2:
            early += hits[item]
        else:
            late += hits[item]
    never = len([item for item in range(count) if hits[item] == 0])
    return early, late, never / count, max(hits)
