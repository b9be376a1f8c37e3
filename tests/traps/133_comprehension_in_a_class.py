"""
python/cpython#104528: Remove access to class scopes for inlined comprehensions
"""

size = 10


class Grid:
    size = 2
    cells = [size * i for i in range(size)]
    get = lambda: size
    area = size * size
# --- wrong
size = 10


class Grid:
    size = 2
    cells = [2 * i for i in range(2)]
    get = lambda: 2
    area = 4
# --- driver
print(Grid.cells, Grid.get(), Grid.area)
