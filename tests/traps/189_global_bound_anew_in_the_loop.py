"""
python/cpython#116410: Tier 2 optimizer: check the function instead of checking globals
"""

limit = 3


def lower():
    global limit
    limit -= 1
    return limit


def count():
    found = []
    i = 0
    while i < limit:
        found.append((i, limit))
        i += 1
        if i == 1:
            lower()
    return found
# --- wrong
limit = 3


def lower():
    global limit
    limit -= 1
    return limit


def count():
    found = []
    for i in range(limit):
        found.append((i, limit))
        if i == 0:
            lower()
    return found
# --- driver
attempt(count)
limit = 2.5
attempt(count)
