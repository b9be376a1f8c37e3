# calls: simulate([6 + i * 7 % 19 for i in range(34)], 12, 9.0)
# calls: simulate([11.5, 12.5, 30.0], 3, 25.0)
class Stand:
    def __init__(self, diameters):
        self.trees = [float(d) for d in diameters]
        self.age = 20
        self.dead = 0

    def basal_area(self):
        return sum(0.00007854 * d * d for d in self.trees)

    def larger_than(self, d):
        return sum(0.00007854 * other * other for other in self.trees if other > d)

    def grow(self):
        after = []
        for d in self.trees:
            shade = self.larger_than(d)
            increment = 0.9 * d ** 0.5 / (1 + 2 * shade) / (1 + self.basal_area() / 10)
            if shade > 1.2 and d < 9:
                self.dead += 1
            else:
                after.append(d + increment)
        self.trees = after
        self.age += 5

    def quadratic_mean(self):
        if not self.trees:
            return 0.0
        return (sum(d * d for d in self.trees) / len(self.trees)) ** 0.5


def simulate(diameters, periods, goal):
    stand = Stand(diameters)
    reached = None
    history = []
    for _ in range(periods):
        stand.grow()
        if reached is None and stand.quadratic_mean() >= goal:
            reached = stand.age
        history.append((stand.age, len(stand.trees), round(stand.basal_area(), 4)))
    return history, reached, stand.dead
