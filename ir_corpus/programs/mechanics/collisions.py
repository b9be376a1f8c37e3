# calls: run([[0.0, 3.0, 2.0], [4.0, -1.0, 1.0], [7.0, 0.5, 5.0], [12.0, -2.0, 1.5], [15.0, 0.0, 3.0]], 0.9, 150, 0.02)
# Bodies on a rail: [position, velocity, mass]
POS, VEL, MASS = 0, 1, 2


def collide(first, second, restitution):
    total = first[MASS] + second[MASS]
    common = (first[MASS] * first[VEL] + second[MASS] * second[VEL]) / total
    first_after = common - restitution * second[MASS] * (first[VEL] - second[VEL]) / total
    second_after = common + restitution * first[MASS] * (first[VEL] - second[VEL]) / total
    first[VEL] = first_after
    second[VEL] = second_after


def kinetic(bodies):
    energy = 0.0
    for b in bodies:
        energy += 0.5 * b[MASS] * b[VEL] ** 2
    return energy


def run(start, restitution, steps, dt):
    bodies = [list(b) for b in start]
    hits = 0
    losses = []
    for step in range(steps):
        for body in bodies:
            body[POS] = body[POS] + body[VEL] * dt
        for i in range(len(bodies) - 1):
            left = bodies[i]
            right = bodies[i + 1]
            if left[POS] >= right[POS] and left[VEL] > right[VEL]:
                before = kinetic(bodies)
                collide(left, right, restitution)
                losses.append((step, before - kinetic(bodies)))
                hits += 1
    return hits, [round(b[POS], 6) for b in bodies], losses
