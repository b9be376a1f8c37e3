"""
astral-sh/ruff#20350: PERF401 rule confusion

`append` of a pair adds one item, `extend` with it adds two.
"""


def choices(users):
    found = [("", "none")]
    for user in users:
        if user:
            found.append((user["this"], user["that"]))
    return found
# --- wrong
def choices(users):
    found = [("", "none")]
    for user in users:
        if user:
            found.extend((user["this"], user["that"]))
    return found
# --- driver
attempt(choices, [{"this": 1, "that": 2}, {}, {"this": 3, "that": 4}])
