"""
astral-sh/ruff#8746: PERF101 False positive

Without the copy the loop would see what it appends.
Kept: list(classes)
"""


def grow(classes):
    for each in list(classes):
        classes.append(each * 2)
        if len(classes) > 20:
            break
    return classes
# --- wrong
def grow(classes):
    for each in classes:
        classes.append(each * 2)
        if len(classes) > 20:
            break
    return classes
# --- driver
attempt(grow, [1, 2, 3])
attempt(grow, [])
