"""
astral-sh/ruff#5502: C417 auto-fixer breaks code with late-binding
"""


def callbacks(numbers):
    return map(lambda x: lambda: x, numbers)
# --- wrong
def callbacks(numbers):
    return (lambda: x for x in numbers)
# --- driver
print([callback() for callback in list(callbacks(range(4)))])
