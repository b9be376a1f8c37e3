"""
python/cpython#74130: Argumentless super() fails in classes constructed with type()
"""


class Counter:
    def count(self, n):
        total = 0
        for i in range(n):
            total += i
        return total, super().__repr__ is not None


Made = type("Made", (), dict(Counter.__dict__))
# --- wrong
class Counter:
    def count(self, n):
        total = 0
        for i in range(n):
            total += i
        return total, True


Made = type("Made", (Counter,), {})
# --- driver
attempt(Counter().count, 4)
attempt(Made().count, 4)
