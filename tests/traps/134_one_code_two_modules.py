"""
python/cpython#117051: Incorrect output due to Tier 2 `_LOAD_CONST_INLINE`
"""

x = 1000


def inner(i):
    a = 1
    for _ in range(100):
        a = x + i
    return a
# --- wrong
x = 1000


def inner(i):
    a = 1000 + i
    return a
# --- driver
from types import FunctionType

attempt(inner, 999)
x = 2000
attempt(inner, 999)
attempt(FunctionType(inner.__code__, {"x": 3000, "range": range, "type": type}), 999)
x = "a"
attempt(inner, 1)
