# int: spread(7, 3)
def spread(n, weight):
    def weigh(x):
        return x * weight + n
    return n * weight
