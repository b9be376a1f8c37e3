# calls: all_roots([-6.0, 11.0, -6.0, 1.0], -1.0, 5.0, 60), all_roots([0.3, -2.0, 0.0, 1.0, 0.1], -12.0, 4.0, 90)
# calls: all_roots([1.0, 0.0, 1.0], -2.0, 2.0, 500)
def evaluate(coefficients, x):
    value = 0.0
    power = 1.0
    for k in range(len(coefficients)):
        value += coefficients[k] * power
        power *= x
    return value


def opposite(a, b):
    return a * b < 0


def bisect(coefficients, low, high):
    for _ in range(60):
        middle = (low + high) / 2
        if opposite(evaluate(coefficients, low), evaluate(coefficients, middle)):
            high = middle
        else:
            low = middle
        if high - low < 1e-10:
            return middle
    return (low + high) / 2


def all_roots(coefficients, start, end, pieces):
    roots = []
    touching = []
    for i in range(pieces):
        low = start + (end - start) * i / pieces
        high = start + (end - start) * (i + 1) / pieces
        left = evaluate(coefficients, low)
        right = evaluate(coefficients, high)
        if left == 0.0:
            touching.append(low)
        elif opposite(left, right):
            roots.append(bisect(coefficients, low, high))
    gaps = [roots[i + 1] - roots[i] for i in range(len(roots) - 1)]
    return [round(r, 8) for r in roots], touching, min(gaps) if gaps else None
