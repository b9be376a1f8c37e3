# int 2: two(7)
# int 5: five(7)
# int 10: ten(7)
# int 100: hundred(7)
# int 1000: thousand(7)
def two(limit):
    found = 0
    i = 0
    while i < 2:
        found += i & limit
        i += 1
    return found


def five(limit):
    found = 0
    i = 0
    while i < 5:
        found += i & limit
        i += 1
    return found


def ten(limit):
    found = 0
    i = 0
    while i < 10:
        found += i & limit
        i += 1
    return found


def hundred(limit):
    found = 0
    i = 0
    while i < 100:
        found += i & limit
        i += 1
    return found


def thousand(limit):
    found = 0
    i = 0
    while i < 1000:
        found += i & limit
        i += 1
    return found
