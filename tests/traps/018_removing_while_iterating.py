"""
astral-sh/ruff#12164: Rule B909 (loop-iterator-mutation) doesn't detect many kinds of list mutation

The list iterator goes by position, and skips after a removal. A copy would not.
"""


def prune(count):
    numbers = list(range(1, count))
    for number in numbers:
        if number < 20:
            numbers.remove(number)
    return numbers


def append_meanwhile(count):
    numbers = list(range(count))
    for number in numbers:
        if number < 3:
            numbers.append(number + 2)
    return numbers
# --- wrong
def prune(count):
    return [number for number in range(1, count) if number >= 20]


def append_meanwhile(count):
    numbers = list(range(count))
    numbers.extend([number + 2 for number in numbers if number < 3])
    return numbers
# --- driver
attempt(prune, 25)
attempt(append_meanwhile, 5)
