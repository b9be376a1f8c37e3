"""
serge-sans-paille/pythran#2010: Accessing list of booleans changes result
"""


def pick(sizes, limits):
    flags = [
        sizes[0] >= limits[0],
        sizes[1] >= limits[1],
    ]
    if not flags[0] and flags[1]:
        return "second", flags
    return "first", flags
# --- wrong
def pick(sizes, limits):
    if sizes[0] < limits[0] and sizes[1] >= limits[1]:
        return "second", [False, True]
    return "first", [True, False]
# --- driver
attempt(pick, [1, 5], [2, 3])
attempt(pick, [3, 1], [2, 3])
attempt(pick, [1.5, float("nan")], [2, 3])
attempt(pick, [1, "a"], [2, 3])
attempt(pick, [3, 5], [2, 3])
