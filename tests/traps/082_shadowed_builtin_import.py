"""
astral-sh/ruff#17490: Add fix safety section to docs (UP029)

The import takes the name back from the function.
"""


def str(x):
    return f"custom {x!r}"


before = str(1)
from builtins import str

after = str(1)
# --- wrong
def str(x):
    return f"custom {x!r}"


before = str(1)
after = str(1)
# --- driver
print(before, after)
