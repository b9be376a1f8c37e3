"""
astral-sh/ruff#4481: Ruff --fix on SIM118 introducing TypeError

What has `keys` need not be a dict.
Kept: .keys()
"""


def names(thing):
    return [key for key in thing.keys()]


def has(thing, name):
    return name in thing.keys()
# --- wrong
def names(thing):
    return [key for key in thing]


def has(thing, name):
    return name in thing
# --- driver
class Element:
    def keys(self):
        return ["id", "class"]


attempt(names, Element())
attempt(has, Element(), "id")
attempt(has, {"id": 1}, "id")
