# calls: coverage([(2, 3, 4.0), (10, 4, 5.5), (6, 12, 3.0), (15, 14, 6.0)], 18, 16), coverage([(1, 1, 1.5)], 4, 4)
class Tower:
    def __init__(self, x, y, power):
        self.x = x
        self.y = y
        self.power = power
        self.load = 0

    def signal(self, x, y):
        distance = ((x - self.x) ** 2 + (y - self.y) ** 2) ** 0.5
        if distance > self.power:
            return 0.0
        return self.power / (1 + distance ** 2)


def coverage(places, width, height):
    towers = [Tower(x, y, power) for x, y, power in places]
    rows = []
    dark = 0
    for y in range(height):
        row = ''
        for x in range(width):
            best = None
            for tower in towers:
                if best is None or tower.signal(x, y) > best.signal(x, y):
                    best = tower
            if best.signal(x, y) == 0:
                dark += 1
                row += '.'
            else:
                best.load += 1
                row += str(towers.index(best))
        rows.append(row)
    return rows, dark, [tower.load for tower in towers]
