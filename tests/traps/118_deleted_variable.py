"""
Nuitka/Nuitka#704: `del` on local variable `setup_rt` yields UnboundLocalError
"""


def counts(words):
    total = 0
    for word in words:
        size = len(word)
        total += size
        if size > 2:
            del size
    try:
        return total, size
    except UnboundLocalError as problem:
        return total, problem.args
# --- wrong
def counts(words):
    total = 0
    size = None
    for word in words:
        size = len(word)
        total += size
    return total, size
# --- driver
attempt(counts, ["a", "abc"])
attempt(counts, ["abc", "a"])
attempt(counts, [])
