"""
astral-sh/ruff#23350: Make `unnecessary-key-check` fix unsafe when side effects are uncertain (`RUF019`)
"""


def value(table, key):
    return f"{key}" in table and table[f"{key}"]
# --- wrong
def value(table, key):
    return table.get(f"{key}")
# --- driver
class Key:
    def __str__(self):
        print("named")
        return "k"


attempt(value, {"k": 0}, Key())
attempt(value, {}, Key())
