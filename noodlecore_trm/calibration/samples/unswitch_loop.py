# int: total(n, "abc")
def total(n, limit):
    wide = len(limit) > 2
    found = 0
    for i in range(n):
        if wide:
            found += i
        else:
            found += 1
    return found
