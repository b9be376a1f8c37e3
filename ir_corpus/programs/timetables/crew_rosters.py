# calls: roster([(t, t + 35 + t % 50) for t in range(300, 1300, 17)], 480, 10), roster([(10, 20), (15, 30)], 60, 5)
class Driver:
    def __init__(self, number, first):
        self.number = number
        self.trips = [first]

    @property
    def start(self):
        return self.trips[0][0]

    @property
    def free(self):
        return self.trips[-1][1]

    def driven(self):
        return sum(b - a for a, b in self.trips)

    def can_take(self, trip, shift, rest):
        if trip[0] < self.free + rest:
            return False
        if trip[1] - self.start > shift:
            return False
        return self.driven() + trip[1] - trip[0] <= shift * 3 // 4


def roster(trips, shift, rest):
    drivers = []
    for trip in sorted(trips):
        candidates = [d for d in drivers if d.can_take(trip, shift, rest)]
        if candidates:
            chosen = max(candidates, key=lambda d: (d.free, -d.number))
            chosen.trips.append(trip)
        else:
            drivers.append(Driver(len(drivers) + 1, trip))
    idle = 0
    for d in drivers:
        idle += d.free - d.start - d.driven()
    return len(drivers), idle, [(d.number, len(d.trips), d.driven()) for d in drivers]
