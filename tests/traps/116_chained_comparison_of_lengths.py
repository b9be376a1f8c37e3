"""
Nuitka/Nuitka#1729: Wrong comparison result in version 1.0.2
"""


def check(words):
    found = []
    for word in words:
        found.append(2 <= len(word) <= 4)
    return found
# --- wrong
def check(words):
    found = []
    for word in words:
        found.append((2 <= len(word)) <= 4)
    return found
# --- driver
attempt(check, ["1", "123", "12345", ""])
attempt(check, [1])
