# calls: roots([1.0, -6.0, 11.0, -6.0], -1.0, 5.0, 0.37), roots([1.0, 0.0, 1.0], -3.0, 3.0, 0.5)
def value(coefficients, x):
    total = 0.0
    n = len(coefficients)
    for k in range(n):
        total += coefficients[k] * x ** (n - 1 - k)
    return total


def bisect(coefficients, low, high):
    while high - low > 1e-6:
        middle = (low + high) / 2
        if value(coefficients, middle) == 0:
            return middle
        if value(coefficients, low) * value(coefficients, middle) < 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def roots(coefficients, low, high, width):
    found = []
    x = low
    while x < high:
        if value(coefficients, x) == 0:
            found.append(x)
        elif value(coefficients, x) * value(coefficients, x + width) < 0:
            found.append(round(bisect(coefficients, x, x + width), 5))
        x += width
    return found
