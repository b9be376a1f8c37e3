# calls: drive([0.02 * (i % 40 - 20) for i in range(250)], 0.8, 2.0), drive([0.0, 0.5, 1.0] * 12, 0.1, 0.0)
SENSORS = [-0.06, -0.03, 0.0, 0.03, 0.06]


def reading(place, line):
    gap = abs(place - line)
    if gap > 0.1:
        return 0
    return int(1000 * (1 - gap / 0.1))


def drive(track, gain, damping):
    position = 0.0
    velocity = 0.0
    lost = 0
    offline = False
    path = []
    previous = 0.0
    for step in range(len(track)):
        top = 0.0
        bottom = 0
        for sensor in SENSORS:
            top += reading(position + sensor, track[step]) * sensor
            bottom += reading(position + sensor, track[step])
        if bottom == 0:
            lost += 1
            offline = True
            error = previous * 1.5
            if error > 0.2:
                error = 0.2
            elif error < -0.2:
                error = -0.2
        else:
            offline = False
            error = top / bottom
        velocity = velocity * 0.5 + gain * error + damping * (error - previous) * 0.1
        previous = error
        position += velocity
        path.append(position)
    worst = max([abs(path[i] - track[i]) for i in range(len(path))])
    return lost, offline, worst
