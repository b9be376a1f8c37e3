# int: has(n)
def has(n):
    found = False
    middle = n * n // 4
    for i in range(n):
        if i * i >= middle:
            found = True
    return found
