# calls: morning([(2, 'milk', 30), (9, 'milk', 10), (15, 'sip', 40), (30, 'cover', 0)], 60)
# calls: morning([(i, 'sip', 3) for i in range(0, 50, 2)], 120), morning([], 10)
class Cup:
    def __init__(self, ml, temp, room):
        self.ml = ml
        self.temp = temp
        self.room = room
        self.rate = 0.045

    def wait(self, minutes):
        self.temp += (self.room - self.temp) * self.rate * minutes

    def pour(self, ml, temp):
        total = self.ml + ml
        self.temp = (self.temp * self.ml + temp * ml) / total
        self.ml = total

    def sip(self, ml):
        taken = min(ml, self.ml - 1)
        self.ml -= taken
        return taken

    def drinkable(self):
        return 48 <= self.temp <= 63


def morning(events, minutes):
    cup = Cup(200, 88.0, 21.0)
    good = []
    drunk = 0
    tenth = 0
    while tenth < minutes * 10:
        cup.wait(0.1)
        if tenth % 10 == 0:
            for when, what, amount in events:
                if when == tenth // 10:
                    if what == 'milk':
                        cup.pour(amount, 6.0)
                    elif what == 'sip':
                        drunk += cup.sip(amount)
                    elif what == 'cover':
                        cup.rate = cup.rate / 2
        if cup.drinkable():
            good.append(tenth / 10)
        tenth += 1
    if not good:
        return 'never', round(cup.temp, 2), drunk
    return (good[0], good[-1]), round(cup.temp, 2), drunk
