"""
cython/cython#1175: Implement sorted(genexpr)
"""


def order(items, log):
    return sorted(log(item) for item in items)
# --- wrong
def order(items, log):
    found = []
    for item in items:
        found.append(item)
    found.sort()
    return [log(item) for item in found]
# --- driver
def log(item):
    print("made", item)
    return -item


attempt(order, [1, 3, 2], log)
attempt(order, [1, "a", 2], log)
