"""
sourcery-ai/sourcery#58: try-catch block causes unsafe refactoring
"""


def greet(turns):
    test = True
    for _ in range(turns):
        for _ in range(2):
            if test:
                try:
                    print("hello")
                except ValueError:
                    pass
        test = False
    return test
# --- wrong
def greet(turns):
    test = False
    for _ in range(turns):
        for _ in range(2):
            if test:
                print("hello")
    return test
# --- driver
attempt(greet, 2)
attempt(greet, 0)
