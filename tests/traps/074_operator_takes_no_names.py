"""
astral-sh/ruff#13613: Mark `FURB118` fix as unsafe
"""

add = lambda x, y: x + y


def total(a, b):
    return add(x=a, y=b)
# --- wrong
from operator import add


def total(a, b):
    return add(x=a, y=b)
# --- driver
attempt(total, 1, 2)
attempt(total, 1, "2")
