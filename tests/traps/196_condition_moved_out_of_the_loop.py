"""
sourcery-ai/sourcery#58: try-catch block causes unsafe refactoring

A test that is asked in every turn may answer differently in every turn.
"""


def paint(cells, mode):
    found = []
    for cell in cells:
        if mode:
            found.append(cell)
        else:
            found.append(-cell)
    return found
# --- wrong
def paint(cells, mode):
    if mode:
        return [cell for cell in cells]
    return [-cell for cell in cells]
# --- driver
class Mode:
    turns = 0

    def __bool__(self):
        Mode.turns += 1
        return Mode.turns % 2 == 0


attempt(paint, [1, 2, 3], Mode())
attempt(paint, [], Mode())
print(Mode.turns)
