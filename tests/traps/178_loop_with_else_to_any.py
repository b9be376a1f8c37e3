"""
astral-sh/ruff#1832: Avoid SIM110/SIM110 errors with else statements
"""


def search(items, log):
    for item in items:
        if item > 2:
            return True
    else:
        log("none")
    return False
# --- wrong
def search(items, log):
    return any(item > 2 for item in items)
# --- driver
attempt(search, [1, 3], print)
attempt(search, [1, 2], print)
attempt(search, [], print)
