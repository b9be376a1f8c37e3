"""
sourcery-ai/sourcery#66: Incorrect refactoring: use-assigned-variable
"""


def write(address, data, put):
    start = address
    for item in data:
        put(address, item)
        address += 4
    return start, address
# --- wrong
def write(address, data, put):
    start = address
    for item in data:
        put(start, item)
        address += 4
    return start, address
# --- driver
attempt(write, 8, "ab", print)
attempt(write, [], [[0]], lambda *_: None)
