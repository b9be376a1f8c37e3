# calls: advance([[1.0, 0.0, 0.0, [0.0, 0.0, 0.0]], [0.01, 1.0, 0.0, [0.0, 1.0, 0.0]], [0.002, -1.6, 0.1, [0.0, -0.8, 0.05]]], 0.01, 60)
def separation(a, b):
    dx = b[1] - a[1]
    dy = b[2] - a[2]
    return (dx * dx + dy * dy) ** 0.5


def momentum(bodies):
    total = [0.0, 0.0]
    for body in bodies:
        total[0] += body[0] * body[3][0]
        total[1] += body[0] * body[3][1]
    return total


def advance(bodies, dt, steps):
    bodies = [[m, x, y, list(v)] for m, x, y, v in bodies]
    closest = 1e9
    for _ in range(steps):
        for i in range(len(bodies)):
            ax = 0.0
            ay = 0.0
            for j in range(len(bodies)):
                if i == j:
                    continue
                d = separation(bodies[i], bodies[j])
                closest = min(closest, d)
                ax += bodies[j][0] * (bodies[j][1] - bodies[i][1]) / (d * d * d)
                ay += bodies[j][0] * (bodies[j][2] - bodies[i][2]) / (d * d * d)
            bodies[i][3][0] += ax * dt
            bodies[i][3][1] += ay * dt
        for body in bodies:
            body[1] += body[3][0] * dt
            body[2] += body[3][1] * dt
    return closest, momentum(bodies), [round(b[1], 6) for b in bodies]
