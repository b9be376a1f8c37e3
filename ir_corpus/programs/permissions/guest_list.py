# calls: evening([('guest%02d' % (i * 17 % 60), 15 + i * 5 % 30, i * 3) for i in range(75)], ['guest%02d' % i for i in range(0, 60, 2)], ['guest%02d' % i for i in range(0, 60, 9)], 25)
# calls: evening([('x', 17, 0)], ['x'], [], 5)
class Door:
    def __init__(self, listed, banned, room):
        self.listed = listed
        self.banned = banned
        self.room = room
        self.inside = []
        self.queue = []

    def refuse(self, name, age):
        if name in self.banned:
            return 'banned'
        if age < 18:
            return 'too young'
        if name in self.inside:
            return 'already inside'
        return ''

    def arrive(self, name, age):
        reason = self.refuse(name, age)
        if reason:
            return reason
        if len(self.inside) < self.room:
            if name in self.listed or not self.queue:
                self.inside.append(name)
                return 'in'
        if name in self.listed:
            self.queue.insert(0, name)
        else:
            self.queue.append(name)
        return 'queue'

    def leave(self):
        if self.inside:
            self.inside.pop(0)
        if self.queue:
            self.inside.append(self.queue.pop(0))


def evening(arrivals, listed, banned, room):
    door = Door(listed, banned, room)
    notes = []
    for name, age, minute in arrivals:
        notes.append(door.arrive(name, age))
        if minute % 12 == 0:
            door.leave()
    tally = [(note, notes.count(note)) for note in sorted(set(notes))]
    vip = sum(1 for name in door.inside if name in door.listed)
    return tally, len(door.inside), vip, door.queue[:3]
