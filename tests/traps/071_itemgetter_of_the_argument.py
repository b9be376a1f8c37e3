"""
astral-sh/ruff#11573: FURB118: Should not replace lambda with operator.itemgetter when the itemgetter use the lambda arguments
"""

from operator import itemgetter

x = 2


def mirrored(rows):
    return list(map(lambda x: x[4 - x[0]], rows))
# --- wrong
from operator import itemgetter

x = 2


def mirrored(rows):
    return list(map(itemgetter(4 - x), rows))
# --- driver
attempt(mirrored, [[1, 2, 3, 4], [4, 3, 2, 1]])
