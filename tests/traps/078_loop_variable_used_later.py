"""
astral-sh/ruff#2509: Avoid renaming unused loop variables with deferred usages

The closure sees the loop variable as it is when the closure is called.
"""


def make(items):
    def show():
        return item

    for item in items:
        pass
    return show
# --- wrong
def make(items):
    def show():
        return item

    for _item in items:
        pass
    return show
# --- driver
attempt(make([1, 2, 3]))
attempt(make([]))
