"""
mypyc/mypyc#1191: Range loop variable off-by-one step
"""


def ends():
    for i in range(3):
        pass
    for j in range(0, 10, 3):
        pass
    for k in range(5, 0, -1):
        pass
    return i, j, k
# --- wrong
def ends():
    i = 0
    while i < 3:
        i += 1
    return i, 12, 0
# --- driver
attempt(ends)
