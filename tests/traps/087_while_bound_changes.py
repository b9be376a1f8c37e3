"""
cython/cython#763: Bug in optimization of range

The other way round: a `while` asks again in every turn.
"""


def walk(text):
    n = len(text.split())
    found = []
    i = 0
    while i < n:
        found.append(i)
        if i == 1:
            n -= 1
        i += 1
    return found, i
# --- wrong
def walk(text):
    n = len(text.split())
    found = []
    for i in range(n):
        found.append(i)
        if i == 1:
            n -= 1
    return found, n
# --- driver
attempt(walk, "a b c d")
attempt(walk, "")
