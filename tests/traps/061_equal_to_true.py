"""
astral-sh/ruff#9063: E712 fix results in unsafe behavior
"""


def mask(column):
    return column == True
# --- wrong
def mask(column):
    return column is True
# --- wrong
def mask(column):
    return bool(column)
# --- driver
class Column(list):
    def __eq__(self, other):
        return [each == other for each in self]


attempt(mask, Column([True, False, 1]))
attempt(mask, 1)
attempt(mask, 2)
