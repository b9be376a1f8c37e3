# calls: variance([float(i * 7 % 13) for i in range(90)])
def mean(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def variance(values):
    middle = mean(values)
    total = 0.0
    for value in values:
        total += (value - middle) ** 2
    return total / (len(values) - 1)
