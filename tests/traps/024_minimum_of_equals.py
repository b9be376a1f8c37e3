"""
astral-sh/ruff#16040: PLR1730 fix for `<=` and `>=` orders equal arguments wrong
"""


def lower(t, c):
    if t >= c:
        t = c
    return t


def higher(t, c):
    if t <= c:
        t = c
    return t
# --- wrong
def lower(t, c):
    t = min(t, c)
    return t


def higher(t, c):
    t = max(t, c)
    return t
# --- driver
for function in (lower, higher):
    one, other = [], []
    print(function(one, other) is other)
    attempt(function, 1, 1.0)
    attempt(function, 0.0, -0.0)
