"""
astral-sh/ruff#18557: Stabilize `for-loop-set-mutations` (`FURB142`)

The set is changed while it is looked at from the iterator.
"""


def take(source, found):
    for x in source(found):
        found.add(x)
    return sorted(found)
# --- wrong
def take(source, found):
    found |= set(source(found))
    return sorted(found)
# --- driver
def source(found):
    for number in range(4):
        yield number + len(found)


attempt(take, source, {0})
