# int: total(n)
def total(n):
    values = list(range(n))
    found = 0
    for i in range(len(values)):
        found += values[i]
    return found
