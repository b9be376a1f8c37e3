"""
astral-sh/ruff#4115: C1901 leads to false positives with numpy (as well)
"""


def empty(text):
    return text == ""
# --- wrong
def empty(text):
    return not text
# --- driver
attempt(empty, "")
attempt(empty, 0)
attempt(empty, [])
attempt(empty, None)
