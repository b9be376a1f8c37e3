"""
satwikkansal/wtfpython#153: Constant folding example is not correct in Python3
"""


def compare(a, b):
    return a is b, a == b, a is not b
# --- wrong
def compare(a, b):
    return a == b, a == b, a != b
# --- driver
attempt(compare, "".join(["a", "b c"]), "".join(["a", "b c"]))
attempt(compare, 1000, 10**3 + len([]))
attempt(compare, 1, True)
attempt(compare, [], [])
