"""
pylint-dev/pylint#5800: False positive for 'chained-comparison'

Chained, the middle is evaluated once, and the right side only if the left holds.
"""


def test(a, b):
    return a() < 1 and b() > 1
# --- wrong
def test(a, b):
    return b() > 1 > a()
# --- driver
def say(value):
    def get():
        print("asked", value)
        return value
    return get


attempt(test, say(0), say(2))
attempt(test, say(5), say(2))
