"""
cython/cython#763: Bug in optimization of range

`range(n)` is made once.
"""


def count(text):
    n = len(text.split())
    last = -1
    for i in range(n):
        if i == 1:
            n *= 2
        last = i
    return last, n
# --- wrong
def count(text):
    n = len(text.split())
    last = -1
    i = 0
    while i < n:
        if i == 1:
            n *= 2
        last = i
        i += 1
    return last, n
# --- driver
attempt(count, "a b c")
attempt(count, "")
