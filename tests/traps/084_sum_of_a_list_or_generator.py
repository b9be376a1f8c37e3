"""
astral-sh/ruff#10759: add sum/min/max to unnecessary comprehension check (C419)

A list is complete before `max` compares its first items.
"""


def top(items, make):
    return max([make(item) for item in items], default=None)
# --- wrong
def top(items, make):
    return max((make(item) for item in items), default=None)
# --- driver
class Loud(int):
    def __gt__(self, other):
        print("compared", int(self), int(other))
        return int(self) > int(other)


def make(item):
    print("made", item)
    return Loud(item)


attempt(top, [1, 3, 2], make)
attempt(top, [], make)
