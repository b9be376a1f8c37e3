"""
sourcery-ai/sourcery#180: incorrect refactoring - changes functionality
"""


def plot(kind, table):
    found = []
    for name in table:
        if kind == "temp":
            try:
                found.append(table[name]["t"])
            except KeyError:
                found.append(None)
        elif kind == "pres":
            try:
                found.append(table[name]["p"])
            except KeyError:
                found.append(None)
    return found
# --- wrong
def plot(kind, table):
    found = []
    for name in table:
        try:
            found.append(table[name]["t" if kind == "temp" else "p"])
        except KeyError:
            found.append(None)
    return found
# --- driver
data = {"a": {"t": 1}, "b": {"p": 2}}
for kind in ("temp", "pres", "qpa"):
    attempt(plot, kind, data)
