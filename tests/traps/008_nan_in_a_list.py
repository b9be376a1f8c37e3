"""
pypy/pypy#1974: Different behaviour for collections of nans from CPython

`in` and `index` take the same object for equal; a loop that compares does not.
"""


def position(items, sought):
    for index in range(len(items)):
        if items[index] == sought:
            return index
    return -1


def held(items, sought):
    for item in items:
        if item == sought:
            return True
    return False
# --- wrong
def position(items, sought):
    return items.index(sought) if sought in items else -1


def held(items, sought):
    return sought in items
# --- driver
nan = float("nan")
attempt(position, [1.0, nan], nan)
attempt(held, [nan], nan)
attempt(held, (1, 2), 2)
