"""
numba/numba#814: Fix #812: invalid internalizatin of variables into loop

Computed before the loop, it raises although there is no turn, or before the effects of the first.
"""


def share(total, parts, log):
    found = []
    for part in parts:
        log(part)
        found.append(part * (total // len(parts)))
    return found


def scale(text, divisor):
    size = len(text)
    found = []
    for index in range(size):
        found.append(index * (100 // divisor))
    return found
# --- wrong
def share(total, parts, log):
    found = []
    each = total // len(parts)
    for part in parts:
        log(part)
        found.append(part * each)
    return found


def scale(text, divisor):
    size = len(text)
    found = []
    factor = 100 // divisor
    for index in range(size):
        found.append(index * factor)
    return found
# --- driver
attempt(share, 10, [], print)
attempt(share, "x", [1], print)
attempt(share, 10, [1, 2], print)
attempt(scale, "", 0)
attempt(scale, "ab", 0)
attempt(scale, "ab", 3)
attempt(scale, "", "x")
