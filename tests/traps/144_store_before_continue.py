"""
serge-sans-paille/pythran#1509: Pythran outputs incorrect C++

An assignment before `continue` is not dead if the loop may end there.
"""


def last(x, values):
    for value in values:
        if value > 2:
            x = value
            continue
        x = -value
    return x
# --- wrong
def last(x, values):
    for value in values:
        if value > 2:
            continue
        x = -value
    return x
# --- driver
attempt(last, 0, [1, 10])
attempt(last, 0, [10, 1])
attempt(last, 0, [])
