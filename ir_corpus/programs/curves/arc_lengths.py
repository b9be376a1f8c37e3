# calls: gallery(24), gallery(4), gallery(60)
import math

CURVES = {
    'parabola': (lambda t: (t, t * t), -1.0, 2.0),
    'cycloid': (lambda t: (t - math.sin(t), 1 - math.cos(t)), 0.0, 2 * math.pi),
    'spiral': (lambda t: (math.exp(0.1 * t) * math.cos(t), math.exp(0.1 * t) * math.sin(t)), 0.0, 10.0),
    'astroid': (lambda t: (math.cos(t) ** 3, math.sin(t) ** 3), 0.0, 2 * math.pi),
}


def speed(curve, t, h=1e-5):
    x1, y1 = curve(t - h)
    x2, y2 = curve(t + h)
    return math.hypot(x2 - x1, y2 - y1) / (2 * h)


def simpson(f, a, b, n):
    h = (b - a) / n
    total = f(a) + f(b)
    for k in range(1, n):
        total += (4 if k % 2 else 2) * f(a + k * h)
    return total * h / 3


def chord(curve, a, b, n):
    pts = [curve(a + (b - a) * k / n) for k in range(n + 1)]
    return sum(math.dist(p, q) for p, q in zip(pts, pts[1:]))


def gallery(n):
    rows = {}
    for name, (curve, a, b) in CURVES.items():
        smooth = simpson(lambda t: speed(curve, t), a, b, n)
        rows[name] = [round(smooth, 4), round(chord(curve, a, b, n), 4)]
    rows['longest'] = max(rows, key=lambda name: rows[name][0])
    return rows
