"""
numba/numba#7045: Silent variable creation

After a loop without turns its variable is unbound, not zero.
"""


def last(values):
    for i, value in enumerate(values[:-1]):
        pass
    return i, value
# --- wrong
def last(values):
    i = value = 0
    for i, value in enumerate(values[:-1]):
        pass
    return i, value
# --- driver
attempt(last, [5])
attempt(last, [5, 6])
