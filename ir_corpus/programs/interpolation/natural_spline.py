# calls: curve([0.0, 1.0, 2.5, 3.6, 5.0, 7.0, 8.1, 10.0], [2.0, 2.5, 4.0, 3.0, 1.0, 1.0, 3.5, 3.0], 100)
# calls: curve([0.0, 1.0, 2.0], [0.0, 1.0, 0.0], 20), curve([float(i) for i in range(50)], [float(i * i % 13) for i in range(50)], 30)
def second_derivatives(x, y):
    n = len(x)
    m = [0.0] * n
    u = [0.0] * n
    for i in range(1, n - 1):
        sig = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1])
        p = sig * m[i - 1] + 2.0
        m[i] = (sig - 1.0) / p
        slope = (y[i + 1] - y[i]) / (x[i + 1] - x[i]) - (y[i] - y[i - 1]) / (x[i] - x[i - 1])
        u[i] = (6.0 * slope / (x[i + 1] - x[i - 1]) - sig * u[i - 1]) / p
    m[n - 1] = 0.0
    for k in range(n - 2, -1, -1):
        m[k] = m[k] * m[k + 1] + u[k]
    return m


def locate(x, at):
    low = 0
    high = len(x) - 1
    while high - low > 1:
        mid = (low + high) // 2
        if x[mid] > at:
            high = mid
        else:
            low = mid
    return low


def value(x, y, m, at):
    i = locate(x, at)
    h = x[i + 1] - x[i]
    a = (x[i + 1] - at) / h
    b = (at - x[i]) / h
    return a * y[i] + b * y[i + 1] + ((a ** 3 - a) * m[i] + (b ** 3 - b) * m[i + 1]) * h * h / 6.0


def curve(x, y, n):
    m = second_derivatives(x, y)
    pts = [x[0] + (x[-1] - x[0]) * k / n for k in range(n + 1)]
    ys = [value(x, y, m, p) for p in pts]
    area = sum((ys[k] + ys[k + 1]) / 2 * (pts[k + 1] - pts[k]) for k in range(n))
    return round(area, 5), round(max(ys), 5), [round(v, 3) for v in m[:5]]
