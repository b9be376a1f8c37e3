"""
cython/cython#1401: Very long loops (potentially infinite) when step increment overtakes the type's limit

The sign of the step decides which comparison ends the loop, and zero is an error.
"""


def visit(start, stop, step):
    found = []
    for i in range(start, stop, step):
        found.append(i)
    return found
# --- wrong
def visit(start, stop, step):
    found = []
    i = start
    while i < stop:
        found.append(i)
        i += step
        if len(found) > 10:
            break
    return found
# --- driver
attempt(visit, 0, 7, 3)
attempt(visit, 7, 0, -3)
attempt(visit, 0, 7, 0)
attempt(visit, 2**63 - 2, 2**63 + 2, 3)
