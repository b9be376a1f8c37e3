# calls: lay_path(30, 12, [(x, x * x // 40) for x in range(22)], [(5, 3), (8, 1), (20, 9), (11, 11)])
# calls: lay_path(3, 2, [(0, 0), (2, 1)], [])
class Plan:
    EMPTY = ' '

    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.cells = [[Plan.EMPTY] * width for y in range(height)]

    def inside(self, x, y):
        return 0 <= x < self.width and 0 <= y < self.height

    def put(self, x, y, mark):
        if self.inside(x, y):
            self.cells[y][x] = mark

    def get(self, x, y):
        if not self.inside(x, y):
            return '#'
        return self.cells[y][x]

    def area(self, mark):
        total = 0
        for y in range(self.height):
            for x in range(self.width):
                if self.get(x, y) == mark:
                    total += 1
        return total


def lay_path(width, height, stones, trees):
    plan = Plan(width, height)
    for x, y in stones:
        plan.put(x, y, 'o')
    for x, y in trees:
        if plan.get(x, y) == Plan.EMPTY:
            plan.put(x, y, 'T')
    edging = 0
    for x, y in stones:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            if plan.get(x + dx, y + dy) != 'o':
                edging += 1
    return plan.area('o'), plan.area(Plan.EMPTY), edging
