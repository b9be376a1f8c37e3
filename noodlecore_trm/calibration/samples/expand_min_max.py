# int: lowest(list(range(n, 0, -1)))
# float: lowest([i / 4 for i in range(n, 0, -1)])
def lowest(values):
    best = values[0]
    for value in values:
        best = min(best, value)
    return best
