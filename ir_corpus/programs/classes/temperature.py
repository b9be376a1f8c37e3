# calls: log(100)
class Sensor:
    def __init__(self, name, offset):
        self.name = name
        self.offset = offset
        self.values = []

    def read(self, raw):
        self.values.append(raw * 0.1 + self.offset)

    @property
    def mean(self):
        total = 0.0
        for value in self.values:
            total += value
        return total / len(self.values)

    def above(self, limit):
        count = 0
        for i in range(len(self.values)):
            if self.values[i] > limit:
                count += 1
        return count


def log(count):
    sensors = [Sensor('a', 0.5), Sensor('b', -0.25), Sensor('c', 0.0)]
    for i in range(count):
        for sensor in sensors:
            sensor.read((i * 37 + len(sensor.values)) % 300)
    return [(sensor.name, round(sensor.mean, 2), sensor.above(15.0)) for sensor in sensors]
