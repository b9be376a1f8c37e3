# calls: simulate(160, 3, 5), simulate(10, 1, 2)
LEVELS = 4


class Task:
    def __init__(self, number, level, work):
        self.number = number
        self.level = level
        self.work = work
        self.age = 0

    def urgency(self):
        return self.level * 10 - self.age

    def older(self, limit):
        self.age += 1
        if self.age >= limit and self.level > 0:
            self.level -= 1
            self.age = 0
            return True
        return False


def arrivals(tick, seed):
    value = (tick * 1664525 + seed * 1013904223) % 4294967296 >> 16
    if value % 3 == 0:
        return Task(tick, value // 3 % LEVELS, 1 + value // 12 % 4)
    return None


def simulate(ticks, seed, limit):
    tasks = []
    finished = []
    raised = 0
    for tick in range(ticks):
        new = arrivals(tick, seed)
        if new is not None:
            tasks.append(new)
        if not tasks:
            continue
        current = min(tasks, key=lambda t: (t.urgency(), t.number))
        current.work -= 1
        if current.work <= 0:
            tasks.remove(current)
            finished.append((current.number, tick))
        for task in tasks:
            if task is not current and task.older(limit):
                raised += 1
    waits = [end - start for start, end in finished]
    return len(finished), raised, max(waits, default=0), [len([t for t in tasks if t.level == k]) for k in range(LEVELS)]
