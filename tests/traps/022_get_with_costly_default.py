"""
astral-sh/ruff#1825: Don't trigger SIM401 for complex default values

The default of `get` is computed even when nobody wants it.
Kept: default()
"""


def look_up(table, key, default):
    if key in table:
        value = table[key]
    else:
        value = default()
    return value
# --- wrong
def look_up(table, key, default):
    value = table.get(key, default())
    return value
# --- driver
def default():
    print("computed")
    return -1


attempt(look_up, {"a": 1}, "a", default)
attempt(look_up, {"a": 1}, "b", default)
