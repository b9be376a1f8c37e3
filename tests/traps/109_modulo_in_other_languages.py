"""
exaloop/codon#226: Modular arithmetic is wrong
"""


def wrap(text, shift):
    size = len(text)
    found = []
    for index in range(size):
        found.append((index - shift) % size)
    return found, -2 % 5, 2 % -5, -2 // 5
# --- wrong
def wrap(text, shift):
    size = len(text)
    found = []
    for index in range(size):
        found.append(index - shift if index >= shift else index - shift + size)
    return found, -2 % 5, 2 % -5, -2 // 5
# --- driver
attempt(wrap, "abc", 1)
attempt(wrap, "abc", -1)
attempt(wrap, "abc", 7)
attempt(wrap, "abc", 0.5)
attempt(wrap, "", 1)
