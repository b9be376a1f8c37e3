"""
astral-sh/ruff#13054: Unused variable with boolean expression not entirely deleted by --fix --unsafe-fixes

Kept: offer["status"] == "active"
"""


def visit(offer):
    active = offer["status"] == "active"
    return 1
# --- wrong
def visit(offer):
    return 1
# --- driver
class Status:
    def __eq__(self, other):
        print("compared")


attempt(visit, {"status": Status()})
attempt(visit, {})
