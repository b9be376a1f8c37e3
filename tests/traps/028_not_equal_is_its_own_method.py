"""
astral-sh/ruff#15619: SIM201 and SIM202 fixes should be marked unsafe

`__eq__` and `__ne__` may give anything, `not` gives a bool.
Kept: not a == b
Kept: not a != b
"""


def differ(a, b):
    return not a == b


def agree(a, b):
    return not a != b
# --- wrong
def differ(a, b):
    return a != b


def agree(a, b):
    return a == b
# --- driver
class Vector(tuple):
    def __eq__(self, other):
        return Vector(x == y for x, y in zip(self, other))

    def __ne__(self, other):
        return Vector(x != y for x, y in zip(self, other))


attempt(differ, Vector((1, 2)), Vector((1, 3)))
attempt(agree, Vector((1, 2)), Vector((1, 3)))
attempt(differ, float("nan"), 1)
