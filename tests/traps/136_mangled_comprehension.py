"""
python/cpython#104604: PEP 709 behavior change around mangling
"""


class Box:
    __size = 2

    def fill(self):
        __cells = [__cell for __cell in range(self.__size)]
        return __cells, [name for name in vars(Box) if "size" in name]
# --- wrong
class Box:
    __size = 2

    def fill(self):
        cells = []
        for __cell in range(self._size):
            cells.append(__cell)
        return cells, ["__size"]
# --- driver
attempt(Box().fill)
