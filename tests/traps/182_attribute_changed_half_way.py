"""
python/cpython#119365: Eliminate Type Guards in Tier 2 Optimizer with Watcher

A called function may set the attribute of the class, or of the object.
"""


class Foo:
    attr = 1

    def __init__(self):
        self.total = 0

    def run(self, act):
        for turn in range(4):
            act(self, turn)
            self.total += self.attr
        return self.total
# --- wrong
class Foo:
    attr = 1

    def __init__(self):
        self.total = 0

    def run(self, act):
        total, attr = self.total, self.attr
        for turn in range(4):
            act(self, turn)
            total += attr
        self.total = total
        return self.total
# --- driver
def act(foo, turn):
    if turn == 1:
        Foo.attr = 10
    if turn == 2:
        foo.total = 500
    if turn == 3:
        foo.attr = 7000


attempt(Foo().run, act)
