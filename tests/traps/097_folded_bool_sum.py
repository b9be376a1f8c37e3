"""
cython/cython#1173: Constant folding fails for math on bool values
"""


def numbers():
    x = False + False
    y = True * 1
    z = True & True
    return x, y, z, -True, ~False, True / True
# --- wrong
def numbers():
    x = False
    y = True
    z = True
    return x, y, z, -True, ~False, True
# --- driver
attempt(numbers)
