"""
astral-sh/ruff#15887: PLR1730 autofixes max/mins in the wrong order
"""


def best(items, top):
    for item in items:
        if item <= top:
            top = item
    return top
# --- wrong
def best(items, top):
    for item in items:
        top = min(top, item)
    return top
# --- driver
class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def __lt__(self, other):
        print("lt")
        return self.rank < other.rank

    def __le__(self, other):
        print("le")
        return self.rank <= other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"


attempt(best, [Card(1, "b"), Card(2, "c"), Card(1, "d")], Card(1, "a"))
