# calls: common_slots([[(540 + i * 50, 560 + i * 50 + p * 5) for i in range(9)] for p in range(4)], 540, 1020, 15)
class Day:
    def __init__(self, meetings, start, end):
        self.meetings = meetings
        self.start = start
        self.end = end

    def is_free(self, begin, finish):
        if begin < self.start or finish > self.end:
            return False
        for a, b in self.meetings:
            if a < finish and begin < b:
                return False
        return True

    @property
    def booked(self):
        total = 0
        for a, b in self.meetings:
            total += min(b, self.end) - max(a, self.start)
        return total


def common_slots(people, start, end, length):
    days = [Day(meetings, start, end) for meetings in people]
    slots = []
    at = start
    while at + length <= end:
        if all(day.is_free(at, at + length) for day in days):
            if slots and slots[-1][1] == at:
                slots[-1] = (slots[-1][0], at + length)
            else:
                slots.append((at, at + length))
        at += length
    shown = []
    for a, b in slots:
        shown.append('%02d:%02d-%02d:%02d' % (a // 60, a % 60, b // 60, b % 60))
    return shown, [round(day.booked / (end - start), 3) for day in days]
