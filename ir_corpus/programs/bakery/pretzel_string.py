# calls: knots('over under over turn under over turn turn under over twist over under'.split() * 7, 40)
# calls: knots(['twist'], 5)
def bend(direction, by):
    order = 'NESW'
    return order[(order.index(direction) + by) % 4]


def walk(moves, limit):
    x, y, direction = 0, 0, 'N'
    path = [(x, y, 'start')]
    for move in moves:
        if move == 'turn':
            direction = bend(direction, 1)
        elif move == 'twist':
            direction = bend(direction, 2)
        else:
            dx, dy = {'N': (0, -1), 'E': (1, 0), 'S': (0, 1), 'W': (-1, 0)}[direction]
            for _ in range(2):
                x += dx
                y += dy
                path.append((x, y, move))
        if len(path) > limit * 4:
            break
    return path


def knots(moves, limit):
    path = walk(moves, limit)
    found = []
    for i in range(len(path)):
        for j in range(i + 1, len(path)):
            if path[i][0] == path[j][0] and path[i][1] == path[j][1] and path[i][2] != path[j][2]:
                found.append((i, j))
                break
    left = min(p[0] for p in path)
    right = max(p[0] for p in path)
    top = min(p[1] for p in path)
    bottom = max(p[1] for p in path)
    rows = []
    for y in range(top, bottom + 1):
        row = ''
        for x in range(left, right + 1):
            here = [p for p in path if p[:2] == (x, y)]
            row += ' .oO'[min(3, len(here))]
        rows.append(row)
    return len(found), found[:5], rows
