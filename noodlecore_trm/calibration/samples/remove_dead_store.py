# int: total(n)
def total(n):
    found = 0
    for i in range(n):
        unused = i
        found += 1
    return found
