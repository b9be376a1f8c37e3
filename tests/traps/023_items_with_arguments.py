"""
astral-sh/ruff#18778: SIM911 false positive when methods have args

The call with an argument raises, and has to go on raising.
Kept: .keys(*extra)
"""


def pairs(extra):
    table = {1: 2}
    return [pair for pair in zip(table.keys(*extra), table.values())]
# --- wrong
def pairs(extra):
    table = {1: 2}
    return [pair for pair in table.items()]
# --- driver
attempt(pairs, ())
attempt(pairs, (1,))
