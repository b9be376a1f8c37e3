"""
astral-sh/ruff#25288: Clarify fix safety docs (`UP007`, `UP045`)

An annotation is an expression of the module, and can be asked for.
"""

seen = []


def note(kind):
    seen.append(kind)
    return kind


total: note("total") = 0
for i in range(3):
    total += i


def add(a: note("a"), b: note("b") = 2) -> note("sum"):
    inner: note("never") = a
    return inner + b
# --- wrong
seen = []


def note(kind):
    seen.append(kind)
    return kind


total = 0
for i in range(3):
    total += i


def add(a, b=2):
    return a + b
# --- driver
print(seen, add.__annotations__, __annotations__, total, i)
attempt(add, 1)
