"""
cython/cython#4075: range produces broken code for negative indexes
"""


def items(text):
    words = text.split()
    found = []
    for index in range(-1, len(words)):
        found.append(words[index])
    return found
# --- wrong
def items(text):
    words = text.split()
    found = []
    for word in words:
        found.append(word)
    return found
# --- driver
attempt(items, "a b c")
attempt(items, "")
