# calls: focus([(0.1 * (i % 10) - 0.45, 0.1 * (i // 10) - 0.45) for i in range(100)], 50.0, 0.002, 12)
# calls: focus([(0.2, 0.0), (-0.2, 0.1)], 20.0, 0.01, 60)
def landing(x, f, plane, aberration):
    return x - x / f * plane + aberration * x ** 3 * plane


def spot(pupil, f, plane, aberration):
    sx = 0.0
    sy = 0.0
    for ray in pupil:
        sx += landing(ray[0], f, plane, aberration)
        sy += landing(ray[1], f, plane, aberration)
    cx = sx / len(pupil)
    cy = sy / len(pupil)
    total = 0.0
    for ray in pupil:
        dx = landing(ray[0], f, plane, aberration) - cx
        dy = landing(ray[1], f, plane, aberration) - cy
        total += dx * dx + dy * dy
    return (total / len(pupil)) ** 0.5


def focus(pupil, f, aberration, rounds):
    """Golden section for the plane of least spot."""
    ratio = (5 ** 0.5 - 1) / 2
    low = f * 0.8
    high = f * 1.3
    for _ in range(rounds):
        width = high - low
        p = high - ratio * width
        q = low + ratio * width
        if spot(pupil, f, p, aberration) < spot(pupil, f, q, aberration):
            high = q
        else:
            low = p
        if width < 1e-7:
            break
    return (low + high) / 2, spot(pupil, f, (low + high) / 2, aberration)
