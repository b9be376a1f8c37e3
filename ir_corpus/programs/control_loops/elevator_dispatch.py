# calls: serve([(i * 3 % 11, i % 9, i * 2) for i in range(30)], 3)
# calls: serve([(0, 5, 0), (5, 0, 1)], 1)
class Car:
    def __init__(self, floor):
        self.floor = floor
        self.stops = []
        self.travelled = 0

    @property
    def idle(self):
        return len(self.stops) == 0

    def distance(self, floor):
        if self.idle:
            return abs(self.floor - floor)
        return abs(self.stops[-1] - floor) + len(self.stops) * 2

    def tick(self):
        if self.idle:
            return False
        if self.floor < self.stops[0]:
            self.floor += 1
            self.travelled += 1
        elif self.floor > self.stops[0]:
            self.floor -= 1
            self.travelled += 1
        else:
            self.stops.pop(0)
            return True
        return False


def serve(calls, count):
    cars = [Car(0) for _ in range(count)]
    waiting = list(calls)
    now = 0
    opened = 0
    while len(waiting) > 0 or any(not car.idle for car in cars):
        while len(waiting) > 0 and waiting[0][2] <= now:
            source, target, _ = waiting.pop(0)
            car = min(cars, key=lambda c: c.distance(source))
            car.stops.append(source)
            car.stops.append(target)
        for car in cars:
            if car.tick():
                opened += 1
        now += 1
        if now > 500:
            break
    return now, opened, [car.travelled for car in cars]
