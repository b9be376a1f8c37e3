"""
asottile/pyupgrade#34: Implement rewriting of `string % tuple` string formatting
"""


def show(a, b):
    return "%s, %r, %5.1f, %d%%" % (a, a, b, b), "%(a)s" % {"a": a}
# --- wrong
def show(a, b):
    return f"{a}, {a!r}, {b:5.1f}, {b}%", f"{a}"
# --- driver
attempt(show, "x", 2.7)
attempt(show, None, True)
attempt(show, (1, 2), 3)
attempt(show, "x", "y")
