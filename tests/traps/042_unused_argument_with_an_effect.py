"""
astral-sh/ruff#13126: FURB105 fix removes `sep` arguments with side effects

Kept: sep=separator()
"""


def line(separator):
    print(sep=separator())
# --- wrong
def line(separator):
    print()
# --- driver
def separator():
    print("made")


attempt(line, separator)
