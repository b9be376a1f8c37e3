# calls: roundabout([(0, 2), (1, 3), (2, 0), (3, 1), (0, 1), (1, 0)] * 9, 12)
# calls: roundabout([(0, 0)], 4)
class Ring:
    def __init__(self, size):
        self.size = size
        self.slots = [None] * size
        self.left = 0

    def turn(self):
        self.slots = [self.slots[-1]] + self.slots[:-1]

    def exits(self):
        for arm in range(4):
            place = arm * self.size // 4
            if self.slots[place] == arm:
                self.slots[place] = None
                self.left += 1

    def enter(self, arm, target):
        place = arm * self.size // 4
        if self.slots[place] is not None:
            return False
        if self.slots[place - 1] is not None and self.slots[place - 1] != arm:
            return False
        self.slots[place] = target
        return True


def roundabout(cars, size):
    ring = Ring(size)
    queues = [[], [], [], []]
    for arm, target in cars:
        queues[arm].append(target)
    ticks, blocked = 0, [0, 0, 0, 0]
    while ring.left < len(cars) and ticks < 400:
        for arm in range(4):
            if queues[arm]:
                if ring.enter(arm, queues[arm][0]):
                    queues[arm].pop(0)
                else:
                    blocked[arm] += 1
        ring.turn()
        ring.exits()
        ticks += 1
    return ticks, blocked
