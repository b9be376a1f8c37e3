"""
sourcery-ai/sourcery#208: Semantics-changing refactoring suggested by Sourcery "Use previously assigned local variable"
"""


def search(start, finish):
    current = start
    while current != finish:
        if current != start:
            return start
        current += 1
    return None
# --- wrong
def search(start, finish):
    current = start
    while current != finish:
        if current != start:
            return current
        current += 1
    return None
# --- driver
attempt(search, 0, 2)
attempt(search, 0, 1)
attempt(search, 0.5, 0.5)
