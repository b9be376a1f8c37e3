"""
Nuitka/Nuitka#3854: Python3.12+: Align BUILTIN_SUM1 float summation with CPython compensated sum
"""


def score(rows):
    total = 0.0
    for row in rows:
        for cell in row:
            total += cell * 0.1
    return total
# --- wrong
def score(rows):
    total = 0.0
    for row in rows:
        total += sum(row) * 0.1
    return total
# --- driver
attempt(score, [[1, 2, 3], [4, 5, 6]])
attempt(score, [[0.1, 0.2, 0.4], [0.7, 0.7]])
attempt(score, [])
