# calls: simulate([4.0, 0.0, 0.0, 12.5, 0.0, 0.0, 0.0, 1.2] * 30, 55.0, 80.0, 25.0)
# calls: simulate([0.0] * 60, 30.0, 60.0, 20.0)
class Field:
    def __init__(self, moisture, capacity, wilting):
        self.moisture = moisture
        self.capacity = capacity
        self.wilting = wilting
        self.used = 0.0
        self.runoff = 0.0

    def add(self, amount):
        self.moisture = self.moisture + amount
        if self.moisture > self.capacity:
            self.runoff += self.moisture - self.capacity
            self.moisture = self.capacity

    def dry(self, day):
        rate = 3.5 + 1.5 * (day % 10) / 10
        self.moisture = max(0.0, self.moisture - rate)

    def is_thirsty(self):
        return self.moisture < self.wilting + 0.25 * (self.capacity - self.wilting)


def simulate(rain, moisture, capacity, wilting):
    field = Field(moisture, capacity, wilting)
    history = []
    watered = []
    for day in range(len(rain)):
        field.add(rain[day])
        field.dry(day)
        if field.is_thirsty():
            field.add(15.0)
            field.used += 15.0
            watered.append(day)
        history.append(round(field.moisture, 2))
    lowest = min(history)
    return field.used, round(field.runoff, 2), watered, lowest, history.index(lowest)
