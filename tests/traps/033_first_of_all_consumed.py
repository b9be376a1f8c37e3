"""
astral-sh/ruff#7019: Auto fix for RUF015 is not safe

`list(...)` runs the generator to its end.
"""


def first(items):
    return list(items)[0]
# --- wrong
def first(items):
    return next(iter(items))
# --- driver
def noisy():
    for number in range(3):
        print("made", number)
        yield number


attempt(first, noisy())
attempt(first, [])
