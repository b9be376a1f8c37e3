"""
astral-sh/ruff#25135: PLW0108 false positive when function is defined after lambda

`lambda y: f(y)` looks `f` up when it is called.
"""

table = {"a": lambda y: f(y)}


def f(y):
    return y + 1
# --- wrong
def f(y):
    return y + 1


table = {"a": f}
# --- driver
attempt(table["a"], 1)
f = lambda y: -y
attempt(table["a"], 1)
