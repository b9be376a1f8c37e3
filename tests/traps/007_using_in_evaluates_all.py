"""
pylint-dev/pylint#2035: consider-using-in is too broad

`or` stops at the first hit, a tuple is built as a whole.
Kept: oops()
"""


def oops():
    return 5 / 0


def check(x):
    return x == 4 or x == 5 or x == oops()
# --- wrong
def oops():
    return 5 / 0


def check(x):
    return x in (4, 5, oops())
# --- driver
attempt(check, 5)
attempt(check, 6)
