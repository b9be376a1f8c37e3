"""
pylint-dev/pylint#7811: False positive: walrus operator probably triggers chained-comparison warning
"""


def collect(values):
    found = []
    j = len(values) - 1
    while j >= 0 and (value := values[j]) < 0:
        found.append(value)
        j -= 1
    return found, j
# --- wrong
def collect(values):
    found = []
    j = len(values) - 1
    while (value := values[j]) < 0 <= j:
        found.append(value)
        j -= 1
    return found, j
# --- driver
attempt(collect, [-1, -2])
attempt(collect, [])
attempt(collect, [-1, 2, -3])
