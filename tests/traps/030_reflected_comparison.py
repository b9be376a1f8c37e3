"""
astral-sh/ruff#14761: SIM300 fix swaps operands with side effects

Turned round, the comparison asks the other operand first.
"""


def below(a, b):
    return a < b
# --- wrong
def below(a, b):
    return b > a
# --- driver
class Asked:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        return f"{self.name} <"

    def __gt__(self, other):
        return f"{self.name} >"


attempt(below, Asked("a"), Asked("b"))
attempt(below, 1, Asked("b"))
