# calls: table([3, -1, 4, 1, -5, 9], 40)
def evaluate(coefficients, x):
    total = 0
    for power in range(len(coefficients)):
        total += coefficients[power] * x ** power
    return total


def table(coefficients, count):
    values = []
    for x in range(count):
        values.append(evaluate(coefficients, x))
    return values
