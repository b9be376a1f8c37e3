"""
astral-sh/ruff#18399: B909 false positive when directly returning mutation
"""


def first(mapping):
    for key in mapping:
        return mapping.pop(key)


def drop(count):
    table = {index: index * index for index in range(count)}
    for key in table:
        if table[key] == 4:
            del table[key]
    return table


def double(count):
    table = {index: index for index in range(count)}
    for key in table:
        table[key] = table[key] * 2
        table[0] = 7
    return table
# --- wrong
def first(mapping):
    return mapping.pop(next(iter(mapping)))


def drop(count):
    return {index: index * index for index in range(count) if index != 2}


def double(count):
    table = {index: index for index in range(count)}
    for key, value in table.items():
        table[key] = value * 2
        table[0] = 7
    return table
# --- driver
attempt(first, {1: 2})
attempt(first, {})
attempt(drop, 2)
attempt(drop, 3)
attempt(drop, 5)
attempt(double, 3)
attempt(double, 0)
