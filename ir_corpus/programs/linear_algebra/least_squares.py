# calls: fit([(i * 0.5, 2.0 + 0.3 * i - 0.01 * i * i + (i * 7 % 5) * 0.1) for i in range(50)], 2)
# calls: fit([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)], 1)
def normal_equations(points, degree):
    size = degree + 1
    left = [[0.0] * size for _ in range(size)]
    right = [0.0] * size
    for x, y in points:
        for i in range(size):
            for j in range(size):
                left[i][j] += x ** i * x ** j
            right[i] += y * x ** i
    return left, right


def fit(points, degree):
    left, right = normal_equations(points, degree)
    size = len(right)
    for i in range(size):
        pivot = left[i][i]
        for j in range(size):
            left[i][j] /= pivot
        right[i] /= pivot
        for r in range(size):
            if r != i:
                factor = left[r][i]
                for j in range(size):
                    left[r][j] -= factor * left[i][j]
                right[r] -= factor * right[i]
    error = 0.0
    worst = None
    for x, y in points:
        guess = sum(right[k] * x ** k for k in range(size))
        error += (y - guess) ** 2
        if worst is None or abs(y - guess) > worst:
            worst = abs(y - guess)
    return [round(c, 5) for c in right], round(error, 5), round(worst, 5)
