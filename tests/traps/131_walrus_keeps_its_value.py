"""
python/cpython#23190: Fold constants inside named expressions
"""


def test(text):
    if (size := len(text) + 1 - 1) and size > (limit := 2):
        return size, limit
    try:
        return size, limit
    except UnboundLocalError as problem:
        return problem.args
# --- wrong
def test(text):
    limit = 2
    size = len(text)
    return size, limit
# --- driver
attempt(test, "abc")
attempt(test, "")
