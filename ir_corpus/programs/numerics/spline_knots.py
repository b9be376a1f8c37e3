# calls: draw([0.0, 1.0, 2.5, 3.0, 4.2, 6.0], [1.0, 3.0, 2.0, 4.0, 0.5, 1.0], 15), draw([0, 1], [2, 5], 3)
# calls: draw([float(i) for i in range(60)], [float(i * 7 % 10) for i in range(60)], 2)
def second_derivatives(xs, ys):
    n = len(xs)
    m = [0.0] * n
    upper = [0.0] * n
    for i in range(1, n - 1):
        h0 = xs[i] - xs[i - 1]
        h1 = xs[i + 1] - xs[i]
        slope = (ys[i + 1] - ys[i]) / h1 - (ys[i] - ys[i - 1]) / h0
        pivot = 2 * (h0 + h1) - h0 * upper[i - 1]
        upper[i] = h1 / pivot
        m[i] = (6 * slope - h0 * m[i - 1]) / pivot
    i = n - 2
    while i > 0:
        m[i] = m[i] - upper[i] * m[i + 1]
        i = i - 1
    return m


def draw(xs, ys, per_piece):
    m = second_derivatives(xs, ys)
    points = []
    for i in range(len(xs) - 1):
        for k in range(per_piece):
            t = k / per_piece
            h = xs[i + 1] - xs[i]
            value = (1 - t) * ys[i] + t * ys[i + 1]
            value += h * h / 6 * ((t ** 3 - t) * m[i + 1] + ((1 - t) ** 3 - (1 - t)) * m[i])
            points.append((xs[i] + t * h, value))
    top = points[0]
    for p in points:
        if p[1] > top[1]:
            top = p
    return len(points), top
