# calls: areas([(0.0, 1.0), (1.0, 4.0), (-2.0, 2.0)], 40, 'simpson'), areas([(0.0, 3.0)], 30, 'trapezoid')
def f(x):
    return x ** 3 - 2 * x * x + 1 / (1 + x * x)


def integrate(a, b, pieces, method):
    h = (b - a) / pieces
    total = 0.0
    i = 0
    while i < pieces:
        left = a + i * h
        right = a + (i + 1) * h
        if method == 'simpson':
            total += h / 6 * (f(left) + 4 * f((left + right) / 2) + f(right))
        elif method == 'trapezoid':
            total += h / 2 * (f(left) + f(right))
        else:
            total += h * f((left + right) / 2)
        i += 1
    return total


def areas(spans, pieces, method):
    result = []
    for a, b in spans:
        fine = integrate(a, b, pieces, method)
        rough = integrate(a, b, pieces // 2, method)
        result.append((round(fine, 6), abs(fine - rough) < 1e-4))
    return result
