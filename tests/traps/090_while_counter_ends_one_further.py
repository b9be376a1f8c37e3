"""
cython/cython#756: Optimized integer for loops leave index variable incremented one step too far
"""


def squares(text):
    size = len(text.split())
    total = 0
    i = 0
    while i < size:
        total += i * i
        i += 1
    return total, i
# --- wrong
def squares(text):
    size = len(text.split())
    total = 0
    i = 0
    for i in range(size):
        total += i * i
    return total, i
# --- driver
attempt(squares, "a b c")
attempt(squares, "")
