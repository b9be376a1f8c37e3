"""
astral-sh/ruff#14372: use sets when possible for `PLR1714` autofix (`repeated-equality-comparison`)

`==` asks the object; a set asks for its hash, and `in` takes identity for equality.
Kept: x == 1 or x == 2 or x == 3
"""


def small(x):
    return x == 1 or x == 2 or x == 3
# --- wrong
def small(x):
    return x in {1, 2, 3}
# --- wrong
def small(x):
    return x in (1, 2, 3)
# --- driver
class Answer:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("asked", other)
        return self.answer


attempt(small, 2)
attempt(small, [])
attempt(small, Answer("yes"))
attempt(small, Answer(()))
