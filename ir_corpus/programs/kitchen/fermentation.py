# calls: sourdough(20, 30), sourdough(28, 12)
# calls: sourdough(35, 200)
class Starter:
    def __init__(self, flour, yeast):
        self.flour = flour
        self.food = flour
        self.yeast = yeast
        self.acid = 0.0
        self.log = []

    def hour(self, temperature):
        growth = 0.25 - abs(temperature - 28) * 0.012
        eaten = min(self.food, self.yeast * 0.4)
        self.food -= eaten
        self.yeast += self.yeast * growth * (eaten / (eaten + 5))
        self.acid += eaten * 0.01
        self.log.append(self.yeast)

    def feed(self, flour):
        keep = 0.3
        self.yeast *= keep
        self.acid *= keep
        self.food = self.food * keep + flour

    def is_hungry(self):
        return self.food < 5


def sourdough(temperature, hours):
    starter = Starter(100.0, 2.0)
    feedings = []
    for h in range(hours):
        starter.hour(temperature)
        if starter.is_hungry():
            starter.feed(80.0)
            feedings.append(h)
    peak = 0
    for h in range(len(starter.log)):
        if starter.log[h] > starter.log[peak]:
            peak = h
    drops = sum(1 for h in range(1, len(starter.log)) if starter.log[h] < starter.log[h - 1])
    return feedings, peak, drops, round(starter.acid, 4)
