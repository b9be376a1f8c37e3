"""
astral-sh/ruff#22204: FURB192 fix should always be unsafe?

The last of a stable sort is the last of the equals, `max` gives the first.
"""


def longest(words):
    return sorted(words, key=len)[-1]


def shortest(words):
    return sorted(words, key=len, reverse=True)[-1]
# --- wrong
def longest(words):
    return max(words, key=len)


def shortest(words):
    return min(words, key=len)
# --- driver
attempt(longest, ["a", "b"])
attempt(shortest, ["a", "b"])
attempt(longest, ["a", "cc", "b"])
