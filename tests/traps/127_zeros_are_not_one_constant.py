"""
briar-systems/mach#1134: cse: float-constant identity uses == so x+0.0 and x+(-0.0) merge
"""


def both(x):
    return x + 0.0, x + -0.0, x * 1, x * 1.0, x * True
# --- wrong
def both(x):
    first, second = x + 0.0, x * 1
    return first, first, second, second, second
# --- driver
attempt(both, -0.0)
attempt(both, 3)
