"""
ikamensh/flynt#188: transform-joins breaks code
"""


def words():
    return ";".join(["a", "b", "c"]), "".join("abc"), ",".join([]), "-".join(("a",))
# --- wrong
def words():
    return ";abc", "abc", ",", "-a"
# --- driver
attempt(words)
