# calls: tune([0.5, 1.0, 2.0], [0.0, 0.2], [0.0, 0.05], 20.0, 50)
# calls: tune([1.0], [0.1], [0.0], 5.0, 700)
class Pid:
    def __init__(self, kp, ki, kd):
        self.kp = kp
        self.ki = ki
        self.kd = kd
        self.total = 0.0
        self.last = 0.0

    def output(self, error, dt):
        self.total += error * dt
        slope = (error - self.last) / dt
        self.last = error
        value = self.kp * error + self.ki * self.total + self.kd * slope
        return max(0.0, min(10.0, value))


def tank(level, inflow, dt):
    return level + (inflow - 0.25 * level) * dt


def response(pid, target, steps, dt=0.1):
    level = 0.0
    cost = 0.0
    overshoot = 0.0
    for _ in range(steps):
        error = target - level
        level = tank(level, pid.output(error, dt), dt)
        cost += abs(error) * dt
        overshoot = max(overshoot, level - target)
    return cost, overshoot


def tune(kps, kis, kds, target, steps):
    best = None
    for kp in kps:
        for ki in kis:
            for kd in kds:
                cost, overshoot = response(Pid(kp, ki, kd), target, steps)
                if best is None or cost + 5 * overshoot < best[0]:
                    best = (cost + 5 * overshoot, (kp, ki, kd))
    return best
