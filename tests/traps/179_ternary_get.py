"""
astral-sh/ruff#7415: Make SIM401 catch ternary operations

With a default dict, `get` does not make what the subscript makes.
"""


def value(table, key):
    return table[key] if key in table else "default"


def fill(table, keys):
    found = []
    for key in keys:
        if key in table:
            table[key] += 1
        else:
            table[key] = 1
        found.append(table[key])
    return found, table
# --- wrong
def value(table, key):
    return table.get(key, "default")


def fill(table, keys):
    found = []
    for key in keys:
        table[key] = table.get(key, 0) + 1
        found.append(table[key])
    return found, table
# --- driver
class Upper(dict):
    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("in", key)
        return super().__contains__(key)


attempt(value, Upper(a=1), "a")
attempt(value, Upper(a=1), "b")
attempt(fill, Upper(), ["x", "y", "x"])
attempt(fill, {"x": "text"}, ["x"])
