"""
mypyc/mypyc#1046: Fixing index variable in for-loop with builtins.enumerate
"""


def number(items):
    index = "none"
    for index, item in enumerate(items):
        if not item:
            break
    return index
# --- wrong
def number(items):
    index = 0
    for item in items:
        if not item:
            break
        index += 1
    return index
# --- driver
attempt(number, [])
attempt(number, [1, 1])
attempt(number, [1, 0, 1])
