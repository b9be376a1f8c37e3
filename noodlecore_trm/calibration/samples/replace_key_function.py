# int: by_last([(i, i * 7919 % 1009) for i in range(n)])
def by_last(pairs):
    return sorted(pairs, key=lambda pair: pair[1])
