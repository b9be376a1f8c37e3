"""
astral-sh/ruff#2390: PIE794 causes behavior change

The first assignment is not dead where the second one reads it, or counts.
"""


class Count:
    value = 1
    values = [value]
    value = 2
    for value in (3, 4):
        values.append(value)
# --- wrong
class Count:
    value = 2
    values = [value]
    for value in (3, 4):
        values.append(value)
# --- driver
print(Count.value, Count.values, sorted(name for name in vars(Count) if name[0] != "_"))
