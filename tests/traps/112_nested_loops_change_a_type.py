"""
Nuitka/Nuitka#3696: Different behavior between CPython and Nuitka in multiple nested loops
"""


def update(batches):
    ready = None
    for batch in batches:
        while batch:
            job = batch.pop()
            if ready is None:
                ready = []
            ready.append(job)
    if ready is not None:
        for job in ready:
            job("hello")
    return ready is None
# --- wrong
def update(batches):
    ready = None
    for batch in batches:
        while batch:
            batch.pop()
    return ready is None
# --- driver
attempt(update, [[print], [], [print]])
attempt(update, [])
