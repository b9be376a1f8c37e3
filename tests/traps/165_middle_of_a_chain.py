"""
pylint-dev/pylint#10338: Incorrect report of chained-comparison
"""


def between(low, middle, high):
    return low() < middle() <= high()
# --- wrong
def between(low, middle, high):
    return low() < middle() and middle() <= high()
# --- driver
def say(value):
    def get():
        print("asked", value)
        return value
    return get


attempt(between, say(1), say(2), say(3))
attempt(between, say(3), say(2), say(3))
