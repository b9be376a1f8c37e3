"""
numba/numba#1522: Loop with branches and 'continue' causes incorrect results
"""


def branches(x):
    result = 2
    for _ in range(1):
        a = x
        if a != x:
            if a != x:
                a = x
            continue
        if a == x:
            result = a
    return result
# --- wrong
def branches(x):
    result = 2
    for _ in range(1):
        if x == x:
            result = x
    return result
# --- driver
attempt(branches, 1)
attempt(branches, float("nan"))


class Fickle:
    asked = 0

    def __ne__(self, other):
        Fickle.asked += 1
        return Fickle.asked == 1

    def __repr__(self):
        return "fickle"


attempt(branches, Fickle())
print(Fickle.asked)
