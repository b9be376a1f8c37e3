"""
astral-sh/ruff#6210: PERF401 false positive when appended list items depend on previous items
"""


def fibonacci(count):
    found = [0, 1]
    for _ in range(count):
        found.append(sum(found[-2:]))
    return found
# --- wrong
def fibonacci(count):
    found = [0, 1]
    found.extend([sum(found[-2:]) for _ in range(count)])
    return found
# --- driver
attempt(fibonacci, 0)
attempt(fibonacci, 6)
