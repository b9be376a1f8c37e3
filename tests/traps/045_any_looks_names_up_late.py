"""
astral-sh/ruff#18114: add fix safety section (`SIM110`)

A predicate that is bound anew while the generator runs.
"""

calls = 0


def predicate(item):
    global predicate, calls
    calls += 1
    if calls == 2:
        predicate = lambda item: item > 3
    return False


def search():
    return any(predicate(item) for item in range(6))
# --- wrong
calls = 0


def predicate(item):
    global predicate, calls
    calls += 1
    if calls == 2:
        predicate = lambda item: item > 3
    return False


def search():
    test = predicate
    return any(test(item) for item in range(6))
# --- driver
attempt(search)
print(calls)
attempt(search)
