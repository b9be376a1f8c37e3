"""
Nuitka/Nuitka#513: Crashing for Python3 list contractions over statically known to be non-iterable value
"""


def items():
    number = 3
    return [item for item in number]


def more():
    found = ["kept"]
    try:
        for item in 3.5:
            found.append(item)
    except TypeError as problem:
        found.append(str(problem))
    return found
# --- wrong
def items():
    return []


def more():
    return ["kept"]
# --- driver
attempt(items)
attempt(more)
