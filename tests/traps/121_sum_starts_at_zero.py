"""
python/cpython#126181: `sum` float precision issue

The start decides the type, and the sign of zero.
"""


def add(numbers):
    result = -0.0
    for number in numbers:
        result += number
    return result


def count(text):
    result = 0
    for letter in text:
        result += ord(letter)
    return result
# --- wrong
def add(numbers):
    return sum(numbers)


def count(text):
    return sum(map(ord, text), 0.0)
# --- driver
attempt(add, [])
attempt(add, [-0.0])
attempt(add, [0.1, 0.2, 0.3])
attempt(count, "")
attempt(count, "abc")
