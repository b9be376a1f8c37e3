"""
astral-sh/ruff#5500: PERF401 doesn't handle defaultdicts

The list that is appended to depends on the item.
"""


def group(numbers, table):
    for i in numbers:
        table[i % 2].append(i * i)
    return table
# --- wrong
def group(numbers, table):
    row = table[0]
    row.extend(i * i for i in numbers)
    return table
# --- driver
from collections import defaultdict

attempt(group, [1, 2, 3], defaultdict(list))
attempt(group, [], defaultdict(list))
