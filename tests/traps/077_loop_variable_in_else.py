"""
astral-sh/ruff#4599: False-positive and breaking fix of B007: Loop control variable not used within loop body
"""


def last(items):
    for element in items:
        break
    else:
        element = -1
    return element
# --- wrong
def last(items):
    element = -1
    for _element in items:
        break
    return element
# --- driver
attempt(last, [0])
attempt(last, [])
