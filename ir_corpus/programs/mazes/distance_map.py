# calls: distances([[int((r * 7 + c * 5) % 6 == 0) for c in range(28)] for r in range(24)], 1, 0), distances([[0]], 0, 0)
def render(levels):
    return '\n'.join(''.join('##' if v is None else '%2d' % (v % 100) for v in row) for row in levels)


def distances(walls, r, c):
    levels = [[None for _ in row] for row in walls]
    levels[r][c] = 0
    frontier = [(r, c)]
    depth = 0
    widest = 0
    while frontier:
        depth += 1
        following = []
        for y, x in frontier:
            for ny, nx in [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]:
                if 0 <= ny < len(walls) and 0 <= nx < len(walls[0]):
                    if not walls[ny][nx] and levels[ny][nx] is None:
                        levels[ny][nx] = depth
                        following += [(ny, nx)]
        widest = max(widest, len(following))
        frontier = following
    unreached = sum(1 for row in levels for v in row if v is None)
    return depth - 1, widest, unreached, render(levels)[:40]
