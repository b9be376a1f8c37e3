# calls: minimize([0.0, 0.0], 0.1, 50), minimize([3.0, -2.0, 1.5], 0.05, 40)
class Bowl:
    def __init__(self, centre, weights):
        self.centre = centre
        self.weights = weights
        self.calls = 0

    def height(self, point):
        self.calls += 1
        total = 0.0
        for i in range(len(point)):
            total += self.weights[i] * (point[i] - self.centre[i]) ** 2
        return total

    def gradient(self, point, eps=1e-5):
        result = []
        for i in range(len(point)):
            up = point[:]
            up[i] += eps
            down = point[:]
            down[i] -= eps
            result.append((self.height(up) - self.height(down)) / (2 * eps))
        return result


def minimize(start, rate, turns):
    bowl = Bowl([1.0 + i for i in range(len(start))], [1.0 / (i + 1) for i in range(len(start))])
    point = start
    history = []
    for turn in range(turns):
        slopes = bowl.gradient(point)
        if max([abs(s) for s in slopes]) < 1e-3:
            break
        new = []
        for i in range(len(point)):
            new.append(point[i] - rate * slopes[i])
        if bowl.height(new) > bowl.height(point):
            rate = rate / 2
        else:
            point = new
        history.append(round(bowl.height(point), 4))
    return [round(x, 2) for x in point], len(history), history[-1], bowl.calls
