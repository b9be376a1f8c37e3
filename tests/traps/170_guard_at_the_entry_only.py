"""
haypo/fatoptimizer: doc/semantics.rst, guards are only called at the entry of a function

What is checked before the loop may be bound anew in the loop.
"""


def weight(item):
    return item * 2


def total(items, watch):
    result = 0
    for item in items:
        watch(item)
        result += weight(item)
    return result
# --- wrong
def weight(item):
    return item * 2


_weight = weight


def total(items, watch):
    result = 0
    if weight is _weight:
        for item in items:
            watch(item)
            result += item * 2
    else:
        for item in items:
            watch(item)
            result += weight(item)
    return result
# --- driver
def watch(item):
    global weight
    if item == 2:
        weight = lambda item: item * 100


attempt(total, [1, 2, 3], watch)
attempt(total, [1, 2, 3], watch)
