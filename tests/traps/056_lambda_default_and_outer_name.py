"""
astral-sh/ruff#14808: C417 and walrus statements

The walrus binds in the function, before the map runs; the lambda's own name is nobody else's.
"""


def doubled(a):
    x = "kept"
    b = list(map(lambda x, k=2: x * k, c := a))
    return b, c, x
# --- wrong
def doubled(a):
    x = "kept"
    b = []
    for x in (c := a):
        b.append(x * 2)
    return b, c, x
# --- driver
attempt(doubled, [1, 2])
attempt(doubled, [])
