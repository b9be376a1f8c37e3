# int: total(n)
def limited(x):
    double = x + x
    if double > 50:
        double = 50
    return double


_limited = limited


def total(n):
    found = 0
    if type(n) is int and limited is _limited:
        for value in range(n):
            found += limited(value)
    else:
        for value in range(n):
            found += limited(value)
    return found
