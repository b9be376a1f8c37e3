# int: scaled(n)
def scaled(n):
    a = 3
    b = 4
    found = 0
    for i in range(n):
        found += i * (a * b + a)
    return found
