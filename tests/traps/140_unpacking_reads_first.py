"""
mypyc/mypyc#793: Evaluation order of multiple assignment from iterable doesn't match Python
"""


def put(target, items):
    target.x, target.y = items
# --- wrong
def put(target, items):
    items = iter(items)
    target.x = next(items)
    target.y = next(items)
# --- driver
class Target:
    def __setattr__(self, name, value):
        print("set", name, value)


def items():
    print("first")
    yield 1
    print("second")
    yield 2


attempt(put, Target(), items())
attempt(put, Target(), [1])
attempt(put, Target(), [1, 2, 3])
