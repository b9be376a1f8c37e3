"""
python/mypy#10599: Fix evaluation of iterable in list comprehension twice
"""


def lines(file):
    return [line for line in file()]
# --- wrong
def lines(file):
    return [file()[index] for index in range(len(file()))]
# --- driver
def file():
    print("read")
    return ["a", "b"]


attempt(lines, file)
