"""
astral-sh/ruff#3046: `E731` autofix broken for class vars

A lambda's name is its own, and its qualified name as well.
"""


class Rules:
    check = lambda self, value=3: value
    names = check.__name__, check.__qualname__
# --- wrong
class Rules:
    def check(self, value=3):
        return value

    names = check.__name__, check.__qualname__
# --- driver
print(Rules.names, Rules().check())
