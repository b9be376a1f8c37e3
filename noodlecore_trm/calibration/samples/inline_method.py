# int: walked(n)
class Walker:
    def __init__(self):
        self.place = 0

    def step(self, way):
        return self.place + way * 2


def walked(n):
    walker = Walker()
    found = 0
    for i in range(n):
        found += walker.step(i)
    return found
