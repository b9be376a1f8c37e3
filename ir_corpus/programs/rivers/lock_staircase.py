# calls: day(['u', 'd', 'd', 'u', 'u', 'u', 'd', 'u', 'd', 'd'] * 12, 5, 40), day(['u'], 1, 3), day([], 2, 5)
class Lock:
    def __init__(self, fill):
        self.level = 'low'
        self.fill = fill
        self.used = 0

    def pass_boat(self, direction):
        minutes = 4
        wanted = 'low' if direction == 'u' else 'high'
        if self.level != wanted:
            minutes += self.fill
            self.turn()
        minutes += self.fill
        self.turn()
        return minutes

    def turn(self):
        if self.level == 'high':
            self.level = 'low'
            self.used += 1
        else:
            self.level = 'high'


def choose(queue, last, streak):
    if last is not None and streak < 3:
        for i in range(len(queue)):
            if queue[i][1] != last:
                return i
    return 0


def day(boats, locks, every):
    stairs = [Lock(5 + i % 3) for i in range(locks)]
    queue = []
    clock = 0
    waits = []
    last = None
    streak = 0
    arriving = [(i * every, b) for i, b in enumerate(boats)]
    while queue or arriving:
        while arriving and arriving[0][0] <= clock:
            queue.append(arriving.pop(0))
        if not queue:
            clock = arriving[0][0]
            continue
        came, direction = queue.pop(choose(queue, last, streak))
        waits.append(clock - came)
        for lock in stairs if direction == 'u' else reversed(stairs):
            clock += lock.pass_boat(direction)
        streak = streak + 1 if direction == last else 0
        last = direction
    mean = sum(waits) / len(waits) if waits else 0
    return clock, [lock.used for lock in stairs], max(waits, default=0), round(mean, 2)
