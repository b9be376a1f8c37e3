"""
astral-sh/ruff#13919: implement quick-fix for `manual-list-comprehension` (`PERF401`)

A list that grows while it is read would never end; `extend` takes it as it was.
"""


def double(items, most):
    for item in items:
        items.append(item)
        if len(items) >= most:
            break
    return items


def partly(text):
    found = text.split()
    for word in found[:2]:
        found.append(word)
    return found
# --- wrong
def double(items, most):
    items.extend(items)
    return items


def partly(text):
    found = text.split()
    for word in found:
        found.append(word)
        if len(found) > 20:
            break
    return found
# --- driver
attempt(double, [1, 2], 7)
attempt(double, [], 7)
attempt(partly, "a b c")
