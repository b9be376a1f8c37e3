# calls: tidy(['cumin', 'chili', 'clove', 'anise', 'basil', 'thyme', 'sage', 'mace'] * 12, ['sage', 'mace', 'chili', 'anise'])
class Rack:
    def __init__(self, shelves, width):
        self.shelves = shelves
        self.width = width
        self.jars = []
        self.refused = 0

    @property
    def size(self):
        return self.shelves * self.width

    def put_all(self, spices, favourites):
        order = []
        for spice in spices:
            if spice in favourites:
                order.append(spice)
        for spice in spices:
            if spice not in favourites:
                order.append(spice)
        for spice in order:
            if len(self.jars) >= self.size:
                self.refused += 1
            else:
                self.jars.append(spice)

    def reach(self):
        steps = 0
        for i in range(len(self.jars)):
            steps += i // self.width * 20 + i % self.width * 6
        return steps


def tidy(spices, favourites):
    rack = Rack(8, 10)
    rack.put_all(sorted(spices), favourites)
    doubles = 0
    for i in range(1, len(rack.jars)):
        if rack.jars[i] == rack.jars[i - 1]:
            doubles += 1
    return rack.reach(), doubles, rack.refused
