# calls: chain(12, 25)
def force(stretch):
    return -2.5 * stretch


def chain(count, steps):
    places = [float(i) for i in range(count)]
    speeds = [0.0] * count
    places[0] = -0.5
    for _ in range(steps):
        forces = [0.0] * count
        for i in range(count - 1):
            pull = force(places[i + 1] - places[i] - 1.0)
            forces[i + 1] += pull
            forces[i] -= pull
        for i in range(count):
            speeds[i] = speeds[i] + forces[i] * 0.05
            places[i] = places[i] + speeds[i] * 0.05
    energy = 0.0
    for speed in speeds:
        energy += speed * speed / 2
    return round(energy, 6), round(places[count - 1], 6)
