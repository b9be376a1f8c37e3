"""
astral-sh/ruff#2161: Avoid flagging unused loop variable (B007) with locals()

Kept: locals()
"""


def snapshots(items):
    found = []
    index = 0
    for item in items:
        index += 1
        found.append(sorted(locals()))
    return found, index
# --- wrong
def snapshots(items):
    found = []
    index = 0
    for _item in items:
        index += 1
        found.append(sorted(locals()))
    return found, index
# --- driver
attempt(snapshots, [1, 2])
