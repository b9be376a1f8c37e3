# calls: replay([3, 3, 2, 4, 4, 2, 2, 5, 5, 1, 0, 6, 5, 4, 5, 1, 1, 0, 6, 6, 3, 3], 7, 6), replay([0, 1, 0, 1, 0, 1, 0, 1], 2, 5), replay([1, 0, 1, 1, 2, 1], 3, 3), replay([2, 3], 5, 4)
def drop(columns, column, height, piece):
    if len(columns[column]) >= height:
        return False
    columns[column].append(piece)
    return True


def cell(columns, x, y):
    if x < 0 or x >= len(columns):
        return None
    if y < 0 or y >= len(columns[x]):
        return None
    return columns[x][y]


def windows(columns, height):
    for x in range(len(columns)):
        for y in range(height):
            for dx, dy in [(1, 0), (0, 1), (1, 1), (1, -1)]:
                if 0 <= x + 3 * dx < len(columns) and 0 <= y + 3 * dy < height:
                    yield [cell(columns, x + k * dx, y + k * dy) for k in range(4)]


def evaluate(columns, height, me, other):
    total = 0
    for window in windows(columns, height):
        mine = window.count(me)
        theirs = window.count(other)
        if mine == 4:
            return 1000
        if theirs == 0 and mine > 1:
            total += mine * mine
        elif mine == 0 and theirs > 1:
            total -= theirs * theirs
    return total


def replay(moves, width, height):
    columns = [[] for _ in range(width)]
    curve = []
    for n, column in enumerate(moves):
        me, other = ('x', 'o') if n % 2 == 0 else ('o', 'x')
        if not drop(columns, column, height, me):
            return 'column %d full at %d' % (column, n), curve
        if n % 3 == 0 or n + 1 == len(moves):
            curve.append(evaluate(columns, height, me, other))
            if curve[-1] == 1000:
                return me, curve
    return None, curve
