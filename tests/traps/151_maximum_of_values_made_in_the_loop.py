"""
sourcery-ai/sourcery#87: Refactor moves part of code out of loop changing the meaning of the code
"""


def solve(rounds, nodes):
    errors = {}
    worst = float("inf")
    for turn in range(rounds):
        for node in range(nodes):
            errors[node] = 1 / (turn + node + 1)
        worst = max(errors.values())
        if worst < 0.4:
            break
    return turn, worst
# --- wrong
def solve(rounds, nodes):
    errors = {0: 1.0}
    worst = max(errors.values())
    for turn in range(rounds):
        for node in range(nodes):
            errors[node] = 1 / (turn + node + 1)
        if worst < 0.4:
            break
    return turn, worst
# --- driver
attempt(solve, 5, 2)
attempt(solve, 5, 0)
attempt(solve, 0, 2)
