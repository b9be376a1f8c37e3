# calls: burn_down([3200, 2800, 4100, 3900, 2500, 4400] * 12, 260000, 72)
# calls: burn_down([100, 200, 900], 800, 12)
class Project:
    def __init__(self, budget):
        self.budget = budget
        self.spent = 0
        self.history = []

    @property
    def left(self):
        return self.budget - self.spent

    def book(self, amount):
        self.spent += amount
        self.history.append(self.spent)

    def rate(self, window):
        if len(self.history) < 2:
            return float(self.spent)
        recent = self.history[-window:]
        return (recent[-1] - recent[0]) / (len(recent) - 1)

    def months_left(self, window):
        if self.rate(window) <= 0:
            return 999
        return int(self.left / self.rate(window))


def burn_down(costs, budget, deadline):
    project = Project(budget)
    warnings = []
    broke = None
    for month in range(len(costs)):
        project.book(costs[month])
        if project.left < 0 and broke is None:
            broke = month
        if month + project.months_left(6) < deadline:
            warnings.append(month)
    steepest = 0
    for i in range(1, len(project.history)):
        if project.history[i] - project.history[i - 1] > steepest:
            steepest = project.history[i] - project.history[i - 1]
    return warnings[:3], len(warnings), broke, project.left, steepest
