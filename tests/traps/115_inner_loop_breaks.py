"""
Nuitka/Nuitka#2101: Variables not captured as `*args` in standalone mode

The outer loop must see what the inner one has assigned.
"""


def parse(*lines):
    found = None
    for line in lines:
        for word in line:
            if word:
                found = word
                break
        if found:
            break
    return found
# --- wrong
def parse(*lines):
    found = None
    for line in lines:
        for word in line:
            if word:
                break
        if found:
            break
    return found
# --- driver
attempt(parse, ["", ""], ["", "x"], ["y"])
attempt(parse)
