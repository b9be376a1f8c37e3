# calls: longest([1, 1, 2, 2, 2, 3, 1, 1, 1, 1, 5] * 8)
def longest(items):
    best = 0
    length = 0
    before = None
    for item in items:
        if item == before:
            length += 1
        else:
            length = 1
        before = item
        best = max(best, length)
    return best
