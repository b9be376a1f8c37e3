"""
astral-sh/ruff#11714: FURB118, `lambda x: x[I, ii]` should be `itemgetter((I, ii))`, instead of `itemgetter(I, ii)`
"""


def cells(tables, i, j):
    return [get(table) for table in tables for get in (lambda table: table[i, j],)]
# --- wrong
from operator import itemgetter


def cells(tables, i, j):
    return [itemgetter(i, j)(table) for table in tables]
# --- driver
attempt(cells, [{(0, 1): "both", 0: "one", 1: "other"}], 0, 1)
