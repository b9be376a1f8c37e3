# calls: settle([0.0, 1.3, 1.9, 3.4, 4.0, 5.5], 1.0, 8.0, 0.02, 60)
def forces(places, rest, stiffness):
    result = []
    for i in range(len(places)):
        total = 0.0
        if i > 0:
            total -= stiffness * (places[i] - places[i - 1] - rest)
        if i < len(places) - 1:
            total += stiffness * (places[i + 1] - places[i] - rest)
        result.append(total)
    return result


def settle(places, rest, stiffness, dt, steps):
    places = list(places)
    speeds = [0.0] * len(places)
    for _ in range(steps):
        pulls = forces(places, rest, stiffness)
        for i in range(len(places)):
            speeds[i] = (speeds[i] + pulls[i] * dt) * 0.98
            places[i] += speeds[i] * dt
    energy = 0.0
    for v in speeds:
        energy += 0.5 * v ** 2
    return [round(p, 4) for p in places], energy
