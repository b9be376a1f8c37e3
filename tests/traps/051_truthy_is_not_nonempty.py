"""
astral-sh/ruff#21473: SIM222 and SIM223 conflate truthiness with non-emptiness
"""


def pick(x):
    return tuple(x) or True


def test(x):
    return bool(x) and len(x) > 0
# --- wrong
def pick(x):
    return tuple(x) if x else True


def test(x):
    return len(x) > 0
# --- driver
class Odd(list):
    def __bool__(self):
        return False


attempt(pick, 0)
attempt(pick, Odd([1]))
attempt(pick, [])
attempt(test, Odd([1]))
