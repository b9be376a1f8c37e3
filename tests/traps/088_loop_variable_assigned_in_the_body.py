"""
cython/cython#804: Fix all the loop bugs
"""


def turns(text):
    found = []
    for i in range(len(text)):
        found.append(i)
        i = 5
    return found, i
# --- wrong
def turns(text):
    found = []
    i = 0
    while i < len(text) and len(found) < 20:
        found.append(i)
        i = 5
        i += 1
    return found, i
# --- driver
attempt(turns, "abc")
attempt(turns, "abcdefgh")
