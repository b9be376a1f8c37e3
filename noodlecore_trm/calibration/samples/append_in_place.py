# int: squares(n)
def squares(n):
    found = []
    for i in range(n):
        found = found + [i * i]
    return found
