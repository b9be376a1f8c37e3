# int: total(n)
def total(n):
    found = 0
    for i in range(n):
        found += i * 1 + 0
    return found
