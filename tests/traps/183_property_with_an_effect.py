"""
python/cpython#119365: Eliminate Type Guards in Tier 2 Optimizer with Watcher

What looks like a field may be a property, or become one.
"""


class Meter:
    def __init__(self):
        self.reads = 0

    @property
    def value(self):
        self.reads += 1
        return self.reads

    def total(self, turns):
        result = 0
        for _ in range(turns):
            result += self.value * self.value
        return result, self.reads
# --- wrong
class Meter:
    def __init__(self):
        self.reads = 0

    @property
    def value(self):
        self.reads += 1
        return self.reads

    def total(self, turns):
        result = 0
        value = self.value
        for _ in range(turns):
            result += value * value
        return result, self.reads
# --- driver
attempt(Meter().total, 3)


class Loud(Meter):
    value = property(lambda self: print("read") or 2)


attempt(Loud().total, 1)
