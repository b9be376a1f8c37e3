"""
astral-sh/ruff#4557: Extend `RUF005` to recursive and literal-literal concatenations
"""


def more(items):
    return [1, 2] + items
# --- wrong
def more(items):
    return [1, 2, *items]
# --- driver
class Reversed(list):
    def __radd__(self, other):
        return "radd"


attempt(more, [3])
attempt(more, Reversed([3]))
attempt(more, (3,))
