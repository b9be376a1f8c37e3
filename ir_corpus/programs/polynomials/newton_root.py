# calls: root([-6.0, 11.0, -6.0, 1.0], 0.4, 25)
def value(coefficients, x):
    result = 0.0
    for coefficient in reversed(coefficients):
        result = result * x + coefficient
    return result


def slope(coefficients, x):
    result = 0.0
    for power in range(len(coefficients) - 1, 0, -1):
        result = result * x + power * coefficients[power]
    return result


def root(coefficients, x, turns):
    for _ in range(turns):
        down = slope(coefficients, x)
        if down == 0:
            break
        x = x - value(coefficients, x) / down
    return x
