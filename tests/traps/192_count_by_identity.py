"""
djust-org/djust#2365: Python's identity-first container comparison is not modelled

`count` takes the same object for equal; the loop asks `==`, and adds up what it is given.
"""


def matches(items, sought):
    count = 0
    for item in items:
        if item == sought:
            count += 1
    return count


def asked(count):
    items = [float(index) for index in range(count)]
    items.append(float("nan"))
    sought = items[-1]
    found = 0
    for item in items:
        if item == sought:
            found += 1
    return found
# --- wrong
def matches(items, sought):
    return items.count(sought)


def asked(count):
    items = [float(index) for index in range(count)]
    items.append(float("nan"))
    sought = items[-1]
    return items.count(sought)
# --- driver
nan = float("nan")
attempt(matches, [nan, 1, True, 1.0], nan)
attempt(matches, [nan, 1, True, 1.0], 1)
attempt(matches, {1: 2}, 1)
attempt(asked, 3)
