"""
astral-sh/ruff#11859: Update docs for E711, E712

Kept: column == None
Kept: column != None
"""


def absent(column):
    return column == None, column != None
# --- wrong
def absent(column):
    return column is None, column is not None
# --- driver
class Column(str):
    def __eq__(self, other):
        return f"{self} IS NULL"

    def __ne__(self, other):
        return f"{self} IS NOT NULL"


attempt(absent, Column("name"))
attempt(absent, None)
