"""
sourcery-ai/sourcery#41: Sourcery deletes useful code

The condition is the work.
"""


def drain(run):
    while run():
        pass
    return "done"
# --- wrong
def drain(run):
    return "done"
# --- driver
left = [1, 2, 0]


def run():
    print("ran")
    return left.pop(0)


attempt(drain, run)
