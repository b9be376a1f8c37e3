# calls: envelope(6.0, [(1.5, 4.0), (3.0, 10.0), (4.25, 2.5)], 120, 210.0e6, 8.0e-5)
# calls: envelope(4.0, [(2.0, 12.0)], 30, 200.0e6, 5.0e-5)
def reaction_left(span, position, force):
    return force * (span - position) / span


def bending_moment(span, loads, x):
    moment = 0.0
    for position, force in loads:
        if x <= position:
            moment += reaction_left(span, position, force) * x
        else:
            moment += force * position * (span - x) / span
    return moment


def deflection(span, position, force, x, stiffness):
    if x > position:
        x = span - x
        position = span - position
    b = span - position
    return force * b * x * (span ** 2 - b ** 2 - x ** 2) / (6 * span * stiffness)


def envelope(span, loads, steps, modulus, inertia):
    worst_moment = 0.0
    worst_at = None
    sag = []
    for i in range(steps + 1):
        x = span * i / steps
        moment = bending_moment(span, loads, x)
        if moment > worst_moment:
            worst_moment = moment
            worst_at = x
        total = 0.0
        for load in loads:
            total += deflection(span, load[0], load[1], x, modulus * inertia)
        sag.append(total)
    return worst_moment, worst_at, max(sag)
