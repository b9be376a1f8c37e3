"""
astral-sh/ruff#14761: SIM300 fix swaps operands with side effects
"""


def compare(first, second):
    return {"": first()} == second()
# --- wrong
def compare(first, second):
    return second() == {"": first()}
# --- driver
attempt(compare, lambda: print(1), lambda: print(2))
