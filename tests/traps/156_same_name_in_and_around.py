"""
brython-dev/brython#553: Variable name shadowed in list comprehension scope crashes: [s for s in s]
"""


def letters(s):
    return [s for s in s], s, {s: s for s in s}
# --- wrong
def letters(s):
    found = []
    for s in s:
        found.append(s)
    return found, s, {s: s for s in s}
# --- driver
attempt(letters, "abc")
attempt(letters, "")
