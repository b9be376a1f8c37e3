# int: numbers(n)
# float: halves(n)
def numbers(n):
    found = 0
    for value in range(n):
        found += value
    return found


def halves(n):
    values = [i / 2 for i in range(n)]
    found = 0.0
    for value in values:
        found += value
    return found
