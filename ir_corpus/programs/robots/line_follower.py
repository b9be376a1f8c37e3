# calls: drive([abs(i % 40 - 20) / 4.0 for i in range(160)], 0.8, 0.05, 0.3), tune([abs(i % 20 - 10) / 3.0 for i in range(30)], [0.2, 0.5, 0.9], [0.0, 0.1])
def limit(value, most):
    if value > most:
        return most
    if value < -most:
        return -most
    return value


def drive(track, kp, ki, kd):
    position = 0.0
    previous = 0.0
    total = 0.0
    worst = 0.0
    log = []
    for t in range(len(track)):
        error = track[t] - position
        total = limit(total + error, 10.0)
        speed = kp * error + ki * total + kd * (error - previous)
        position += limit(speed, 1.5)
        previous = error
        worst = max(worst, abs(error))
        log.append(round(position, 4))
    return worst, sum(abs(a - b) for a, b in zip(log, track)) / len(track)


def tune(track, gains, integrals):
    best = None
    for kp in gains:
        for ki in integrals:
            for kd in (0.0, 0.2):
                score = drive(track, kp, ki, kd)[1]
                if best is None or score < best[0]:
                    best = (score, kp, ki, kd)
    return best
