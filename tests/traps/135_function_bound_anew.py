"""
python/cpython#146018: Over-aggressive optimization for _GUARD_CODE_VERSION
"""


def step(n):
    return n + 1


def run(count):
    total = 0
    for number in range(count):
        total = step(total)
    return total
# --- wrong
def step(n):
    return n + 1


def run(count):
    total = 0
    for number in range(count):
        total = total + 1
    return total
# --- driver
attempt(run, 3)
step = lambda n: n + 10
attempt(run, 3)


def step(n):
    global step
    step = lambda n: n * 2
    return n + 5


attempt(run, 3)
step = None
attempt(run, 3)
attempt(run, 0)
