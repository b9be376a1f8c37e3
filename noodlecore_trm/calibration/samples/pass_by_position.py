# int: total(n)
def limited(x, least, most):
    if x < least:
        return least
    for bound in (most,):
        if x > bound:
            return bound
    return x


_limited = limited


def total(n):
    found = 0
    if type(n) is int and limited is _limited:
        for value in range(n):
            found += limited(x=value, least=3, most=90)
    else:
        for value in range(n):
            found += limited(x=value, least=3, most=90)
    return found
