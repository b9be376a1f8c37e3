"""
cython/cython#2787: Problem with variable scope in nested iteration
"""


def tables(rows):
    return [list(cells) for cells in [*((str(cell) for cell in row) for row in rows)]]
# --- wrong
def tables(rows):
    made = []
    for row in rows:
        made.append(str(cell) for _ in (0,) for cell in row)
    return [list(cells) for cells in made]
# --- driver
attempt(tables, [[1, 2], [3, 4]])
