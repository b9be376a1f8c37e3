# int: shifted(n)
# float: halves(n)
def shifted(n):
    return tuple(i + 1 for i in range(n))


def halves(n):
    return max(i / 2 for i in range(n))
