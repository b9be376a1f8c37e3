"""
astral-sh/ruff#9248: Fix scoping for generators in named expressions in classes

A comprehension in a class body does not see the names of the class; its first iterable does.
"""

limit = 100


class Table:
    limit = 3
    rows = [limit for _ in range(limit)]
# --- wrong
limit = 100


class Table:
    limit = 3
    rows = []
    for _ in range(limit):
        rows.append(limit)
    del _
# --- driver
print(Table.rows, limit)
