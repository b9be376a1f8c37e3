"""
python/cpython: functools.lru_cache, arguments that compare equal share a result unless typed

What is remembered for 1 must not be given for 1.0 or True, nor for a list.
"""


def double(n):
    return n + n


def table(values):
    return [double(value) for value in values]
# --- wrong
from functools import lru_cache


@lru_cache(None)
def double(n):
    return n + n


def table(values):
    return [double(value) for value in values]
# --- driver
attempt(table, [1, 1.0, True, 0.0, -0.0, "a"])
attempt(table, [[1], (1,)])
