"""
cython/cython#1092: Constant folding can lead to incorrect results in conditions
"""


def test(n):
    found = []
    if 1 != 2:
        found.append("differ")
    else:
        found.append("agree")
    while 1 == 1.0 == True:
        n -= 1
        if n < 0:
            break
    else:
        found.append("never")
    return found, n
# --- wrong
def test(n):
    found = []
    found.append("agree")
    while n >= 0:
        n -= 1
    else:
        found.append("never")
    return found, n
# --- driver
attempt(test, 2)
