"""
astral-sh/ruff#11075: FURB118 bug: incorrectly replaces 1 element tuple lambdas with itemgetter
"""


def keys(pairs, index):
    return sorted(pairs, key=lambda pair: (pair[index],)), [(pair[index],) for pair in pairs]
# --- wrong
from operator import itemgetter


def keys(pairs, index):
    return sorted(pairs, key=itemgetter(index)), [itemgetter(index)(pair) for pair in pairs]
# --- driver
attempt(keys, [(2, "b"), (1, "a")], 0)
