"""
astral-sh/ruff#1673: Implement duplicate isinstance detection (SIM101)

Merged, the second type is looked up although the first one fits.
"""


def is_number(value, kinds):
    return isinstance(value, int) or isinstance(value, kinds.late)
# --- wrong
def is_number(value, kinds):
    return isinstance(value, (int, kinds.late))
# --- driver
class Kinds:
    @property
    def late(self):
        print("looked up")
        return float


attempt(is_number, 1, Kinds())
attempt(is_number, 1.5, Kinds())
attempt(is_number, 1, None)
