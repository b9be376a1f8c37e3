"""
astral-sh/ruff#25488: Mark behavior-changing UP032 fixes as unsafe
"""


def greet(name, log):
    return "{0.real} {0}".format(name, log())
# --- wrong
def greet(name, log):
    return f"{name.real} {name}"
# --- driver
attempt(greet, 3, lambda: print("logged"))
attempt(greet, "x", lambda: print("logged"))
