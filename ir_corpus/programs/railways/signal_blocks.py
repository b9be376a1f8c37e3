# calls: run_line(9, [(0, 2), (3, 1), (5, 3), (9, 1), (14, 2), (15, 2), (22, 1)], 120)
# calls: run_line(3, [(0, 1)], 20)
class Train:
    def __init__(self, name, start, pace):
        self.name = name
        self.start = start
        self.pace = pace
        self.block = -1
        self.rest = 0
        self.waited = 0


def aspect(blocks, i):
    if i < len(blocks) and blocks[i] is not None:
        return 'red'
    if i + 1 < len(blocks) and blocks[i + 1] is not None:
        return 'yellow'
    return 'green'


def run_line(length, plan, minutes):
    blocks = [None] * length
    trains = [Train(chr(65 + i), s, p) for i, (s, p) in enumerate(plan)]
    arrived = []
    seen = {'red': 0, 'yellow': 0, 'green': 0}
    for minute in range(minutes):
        for train in trains:
            if minute < train.start or train.block == length:
                continue
            if train.rest > 0:
                train.rest -= 1
                continue
            light = aspect(blocks, train.block + 1)
            seen[light] += 1
            if light == 'red':
                train.waited += 1
                continue
            if train.block >= 0:
                blocks[train.block] = None
            train.block += 1
            if train.block == length:
                arrived.append((minute, train.name, train.waited))
            else:
                blocks[train.block] = train
                train.rest = train.pace if light == 'green' else train.pace * 2
    return arrived, seen, ''.join('-' if b is None else b.name for b in blocks)
