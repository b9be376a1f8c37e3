"""
sourcery-ai/sourcery#108: Incorrect switch refactoring if test variable is changed in consecutive if-statements
"""


def move(action, direction):
    north = 0
    if action == "F":
        action = direction
    if action == "N":
        north += 1
    elif action == "S":
        north -= 1
    return north
# --- wrong
def move(action, direction):
    north = 0
    if action == "F":
        action = direction
    elif action == "N":
        north += 1
    elif action == "S":
        north -= 1
    return north
# --- driver
attempt(move, "F", "S")
attempt(move, "N", "S")
