"""
astral-sh/ruff#18639: FURB163 fix should be unsafe when it changes behavior or deletes comments

Kept: math.log(x, 2)
"""

import math


def bits(x):
    return math.log(x, 2)


def digits(x):
    return math.log(x, 10)
# --- wrong
import math


def bits(x):
    return math.log2(x)


def digits(x):
    return math.log10(x)
# --- driver
attempt(bits, 4.13e223)
attempt(digits, 4.14e223)
