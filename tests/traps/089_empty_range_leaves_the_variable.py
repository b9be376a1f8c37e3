"""
cython/cython#768: empty for-int-in-range loop doesn't behave as in Python
"""


def after(text):
    i = 20
    total = 0
    for i in range(4, len(text)):
        total += i
    return i, total
# --- wrong
def after(text):
    total = 0
    i = 4
    while i < len(text):
        total += i
        i += 1
    i -= 1
    return i, total
# --- driver
attempt(after, "")
attempt(after, "abcdef")
