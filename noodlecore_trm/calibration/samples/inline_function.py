# int: total(list(range(n)))
# float: total([i / 4 for i in range(n)])
def square(x):
    return x * x


def total(values):
    found = 0
    for value in values:
        found += square(value)
    return found
