# int: total(n)
def spread(n, weight):
    def weigh(x):
        return x * weight + n
    return n * weight


def total(n):
    found = 0
    for i in range(n):
        found += spread(i, 3)
    return found
