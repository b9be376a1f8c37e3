"""
cython/cython#935: bug in range optimization
"""


def numbers(text):
    n = len(text.split())
    found = []
    for i in range(n):
        found.append(i)
        n = 0
    return found, n
# --- wrong
def numbers(text):
    n = len(text.split())
    found = []
    i = 0
    while i < n:
        found.append(i)
        n = 0
        i += 1
    return found, n
# --- driver
attempt(numbers, "a b c")
