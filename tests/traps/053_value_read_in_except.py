"""
astral-sh/ruff#25441: Fix false positive when variable is read in `finally` clause (`RET504`)
"""


def parse(words):
    done = 0
    try:
        for word in words:
            done = done + 1
            done = done + int(word)
    except ValueError:
        return -done
    return done
# --- wrong
def parse(words):
    done = 0
    try:
        for word in words:
            done = done + 1 + int(word)
    except ValueError:
        return -done
    return done
# --- driver
attempt(parse, ["3", "x"])
attempt(parse, ["3", "4"])
