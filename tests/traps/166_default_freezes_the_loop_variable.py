"""
PyCQA/flake8-bugbear#269: B023 false alarms

Closures of one loop share its variable, unless a default has caught it.
"""


def closures(count):
    late = []
    early = []
    for number in range(count):
        late.append(lambda: number)
        early.append(lambda number=number: number)
    return [one() for one in late], [one() for one in early]
# --- wrong
def closures(count):
    late = [lambda number=number: number for number in range(count)]
    early = [lambda number=number: number for number in range(count)]
    return [one() for one in late], [one() for one in early]
# --- driver
attempt(closures, 3)
