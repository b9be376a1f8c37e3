"""
astral-sh/ruff#12578: SIM118: Error on any method called `.keys()`, not just dictionaries

Kept: .keys()
"""


class Sparse(dict):
    def keys(self):
        print("keys asked")
        return [1, 2, 3]


def total(table):
    result = 0
    for key in table.keys():
        result += key
    return result
# --- wrong
class Sparse(dict):
    def keys(self):
        print("keys asked")
        return [1, 2, 3]


def total(table):
    result = 0
    for key in table:
        result += key
    return result
# --- driver
attempt(total, Sparse({7: 1}))
attempt(total, {7: 1})
