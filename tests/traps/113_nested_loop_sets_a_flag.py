"""
Nuitka/Nuitka#3600: Wrong optimization with nested loops where only the inner loop changes a variable
"""


def scan(rows):
    best = 0
    steps = None
    for row in rows:
        for cell in row:
            if steps is None:
                steps = 0
            steps = steps + 1
            best = max(best, cell)
    return best, steps
# --- wrong
def scan(rows):
    best = 0
    steps = 0
    for row in rows:
        for cell in row:
            steps = steps + 1
            best = max(best, cell)
    return best, steps
# --- driver
attempt(scan, [[1, 5], [3]])
attempt(scan, [[]])
attempt(scan, [["a"]])
