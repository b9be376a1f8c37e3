"""
astral-sh/ruff#10616: PERF401 for cases with extend

Turned into one comprehension, the inner iterable of each turn is still made in that turn.
"""


def products(rows, inner):
    found = []
    for i in rows:
        found.extend(i * j for j in inner(found))
    return found
# --- wrong
def products(rows, inner):
    found = []
    found = [i * j for i in rows for j in inner(found)]
    return found
# --- driver
attempt(products, [1, 2, 3], lambda found: [len(found), 1])
