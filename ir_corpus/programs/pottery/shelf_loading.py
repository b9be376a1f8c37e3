# calls: load([(6 + i * 5 % 9, 8 + i * 7 % 22) for i in range(60)], 50, 3)
# calls: load([(60, 5), (10, 10)], 50, 2)
class Shelf:
    def __init__(self, width, rows):
        self.free = [width] * rows
        self.pots = []

    def put(self, size, height):
        for r in range(len(self.free)):
            if self.free[r] >= size + 1:
                self.free[r] -= size + 1
                self.pots.append((size, height, r))
                return True
        return False

    def height(self):
        tallest = 0
        for size, height, r in self.pots:
            if height > tallest:
                tallest = height
        return tallest + 2

    def used(self):
        return sum(size * size for size, height, r in self.pots)


def load(pots, width, rows):
    shelves = []
    too_big = 0
    for size, height in sorted(pots, key=lambda p: (-p[1], -p[0])):
        if size + 1 > width:
            too_big += 1
            continue
        for shelf in shelves:
            if shelf.put(size, height):
                break
        else:
            shelves.append(Shelf(width, rows))
            shelves[-1].put(size, height)
    stack = 0
    table = []
    for shelf in shelves:
        table.append((stack, shelf.height(), len(shelf.pots), shelf.used()))
        stack += shelf.height() + 2
    return table, stack, too_big
