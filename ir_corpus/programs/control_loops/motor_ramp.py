# calls: plan(400, 900.0, 4000.0)
# calls: [plan(n, 700.0, 9000.0) for n in (10, 60, 150)]
import math


def ramp_steps(top, acceleration):
    return int(top ** 2 / (2 * acceleration))


def delay(n, acceleration):
    return math.sqrt(2 * (n + 1) / acceleration) - math.sqrt(2 * n / acceleration)


def plan(steps, top, acceleration):
    ramp = ramp_steps(top, acceleration)
    if 2 * ramp > steps:
        ramp = steps // 2
    schedule = []
    elapsed = 0.0
    for k in range(steps):
        if k < ramp:
            pause = delay(k, acceleration)
        elif k >= steps - ramp:
            pause = delay(steps - 1 - k, acceleration)
        else:
            pause = 1.0 / top
        if pause < 1.0 / top:
            pause = 1.0 / top
        schedule.append(pause)
        elapsed += pause
    jerk = 0.0
    flat = 0
    for k in range(1, len(schedule)):
        jerk = max(jerk, abs(1 / schedule[k] - 1 / schedule[k - 1]))
        if schedule[k] == schedule[k - 1]:
            flat += 1
    return round(elapsed, 5), flat, round(jerk, 3)
