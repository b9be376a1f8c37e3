"""
astral-sh/ruff#10889: PLR1730 min / max reversed detected / auto-fix
"""


def clamp(x, low, high):
    if x < low:
        x = low
    if x > high:
        x = high
    return x
# --- wrong
def clamp(x, low, high):
    x = min(x, low)
    x = max(x, high)
    return x
# --- driver
nan = float("nan")
for arguments in ((5, 1, 3), (0, 1, 3), (2, 1, 3), (2, 3, 1), (nan, 1, 3), (2, nan, 3), (1, 1.0, True)):
    attempt(clamp, *arguments)
