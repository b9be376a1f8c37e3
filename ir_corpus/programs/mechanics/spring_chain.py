# calls: relax([0.0] * 14 + [3.0], 40.0, 0.3, 60)
# calls: relax([0.0, 1.0, 0.0, -1.0], 10.0, 1.0, 200)
def force(stiffness, stretch):
    return stiffness * stretch


def accelerations(places, stiffness):
    result = []
    last = len(places) - 1
    for i in range(len(places)):
        total = 0.0
        if i > 0:
            total += force(stiffness, places[i - 1] - places[i])
        if i < last:
            total += force(stiffness, places[i + 1] - places[i])
        result.append(total)
    return result


def relax(start, stiffness, damping, steps, dt=0.02):
    places = start[:]
    speeds = []
    for _ in range(len(start)):
        speeds.append(0.0)
    peak = 0.0
    history = []
    for step in range(steps):
        acc = accelerations(places, stiffness)
        for i in range(len(places)):
            speeds[i] = speeds[i] + (acc[i] - damping * speeds[i]) * dt
            places[i] = places[i] + speeds[i] * dt
            if abs(speeds[i]) > peak:
                peak = abs(speeds[i])
        if step % 10 == 0:
            history.append(max(places) - min(places))
    return peak, history, sum(places) / len(places)
