"""
cython/cython#6547: Incorrect scoping for walrus operator in list comprehension when there's local variable with same name
"""


def kept():
    i = 0
    found = [f for i in range(5) if (f := i)]
    return found, f, i
# --- wrong
def kept():
    found = []
    for i in range(5):
        if f := i:
            found.append(f)
    return found, f, i
# --- driver
attempt(kept)
