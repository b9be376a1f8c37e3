# int 3: small(200)
# int 5: middle(200)
# int 9: large(200)
# list 3: read(200)
def small(n):
    found = 0
    for i in range(n):
        found += (i + 1) * (i + 1)
    return found


def middle(n):
    found = 0
    for i in range(n):
        found += (i * 3 + 1) * (i * 3 + 1)
    return found


def large(n):
    found = 0
    for i in range(n):
        found += ((i * 3 + 1) * i - 7) * ((i * 3 + 1) * i - 7)
    return found


def read(n):
    values = [number for number in range(n)]
    found = 0
    for i in range(len(values)):
        found += values[i] * values[i]
    return found
