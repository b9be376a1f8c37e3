# calls: breakfast([(i * 2 % 150, i % 4 + 1, 25 + i * 7 % 30) for i in range(110)], 30, 180)
# calls: breakfast([(0, 2, 40), (1, 2, 10)], 1, 60)
class Guest:
    def __init__(self, arrives, people, stays):
        self.arrives = arrives
        self.people = people
        self.stays = stays
        self.seated = None

    @property
    def waits(self):
        return self.seated - self.arrives

    def tables(self):
        return (self.people + 3) // 4

    def leaves(self):
        return self.seated + self.stays


def breakfast(groups, tables, minutes):
    guests = [Guest(a, p, s) for a, p, s in groups]
    queue, sitting = [], []
    free = tables
    longest_queue = 0
    for minute in range(minutes):
        for guest in guests:
            if guest.arrives == minute:
                queue.append(guest)
        staying = []
        for guest in sitting:
            if guest.leaves() <= minute:
                free += guest.tables()
            else:
                staying.append(guest)
        sitting = staying
        while queue and queue[0].tables() <= free:
            guest = queue.pop(0)
            guest.seated = minute
            free -= guest.tables()
            sitting.append(guest)
        if len(queue) > longest_queue:
            longest_queue = len(queue)
    served = [guest for guest in guests if guest.seated is not None]
    return longest_queue, len(served), max(guest.waits for guest in served)
