# int: cleared(list(range(n)))
def cleared(items):
    flags = list(items)
    size = len(flags)
    for place in range(0, size):
        flags[place] = False
    return flags
