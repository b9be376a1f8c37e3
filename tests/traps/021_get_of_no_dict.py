"""
astral-sh/ruff#15814: SIM401 triggers on dict like objects that aren't proper dictionaries
"""


def look_up(table, key):
    if key in table:
        value = table[key]
    else:
        value = None
    return value
# --- wrong
def look_up(table, key):
    value = table.get(key, None)
    return value
# --- driver
class Table:
    def __init__(self):
        self.data = {"a": 1}

    def __getitem__(self, key):
        print("get", key)
        return self.data[key]

    def __iter__(self):
        return iter(self.data)


attempt(look_up, Table(), "a")
attempt(look_up, Table(), "b")
attempt(look_up, {"a": 2}, "a")
attempt(look_up, [0, 5], 1)
