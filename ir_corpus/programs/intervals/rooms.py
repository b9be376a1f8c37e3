# calls: assign([(540 + i * 25 % 400, 545 + i * 25 % 400 + i * 7 % 50) for i in range(120)])
class Room:
    def __init__(self, number):
        self.number = number
        self.bookings = []

    def is_free(self, start, end):
        for s, e in self.bookings:
            if start < e and s < end:
                return False
        return True

    def book(self, start, end):
        self.bookings.append((start, end))

    @property
    def minutes(self):
        return sum(e - s for s, e in self.bookings)


def clock(minute):
    return str(minute // 60).zfill(2) + ':' + str(minute % 60).zfill(2)


def assign(meetings):
    rooms = []
    plan = []
    for start, end in sorted(meetings):
        room = None
        for candidate in rooms:
            if candidate.is_free(start, end):
                room = candidate
                break
        if room is None:
            room = Room(len(rooms) + 1)
            rooms.append(room)
        room.book(start, end)
        plan.append(clock(start) + '-' + clock(end) + ' room ' + str(room.number))
    return plan, [room.minutes for room in rooms]
