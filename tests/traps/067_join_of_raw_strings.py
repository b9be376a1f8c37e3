"""
astral-sh/ruff#21082: Raw strings break the FLY002 fix
"""


def lines():
    return "\n".join([r"a\n", "b\n"])
# --- wrong
def lines():
    return r"a\n" r"\n" "b\n"
# --- driver
attempt(lines)
