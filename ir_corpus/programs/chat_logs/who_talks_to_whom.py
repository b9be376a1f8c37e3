# calls: circle([('p%d' % (i * i % 7), 'p%d' % (i * 3 % 7)) for i in range(140)], 7), circle([('p0', 'p1')], 2)
def matrix(pairs, size):
    grid = []
    for r in range(size):
        row = []
        for c in range(size):
            row.append(0)
        grid.append(row)
    for a, b in pairs:
        grid[int(a[1:])][int(b[1:])] += 1
    return grid


def one_sided(grid):
    worst = (0, None, None)
    for r in range(len(grid)):
        for c in range(len(grid)):
            if r != c:
                difference = grid[r][c] - grid[c][r]
                if difference > worst[0]:
                    worst = (difference, r, c)
    return worst


def closeness(grid, a, b):
    total = grid[a][b] + grid[b][a]
    for other in range(len(grid)):
        if other != a and other != b:
            total += min(grid[a][other] + grid[other][a], grid[b][other] + grid[other][b]) / 2
    return total


def circle(pairs, size):
    grid = matrix(pairs, size)
    friends = []
    for a in range(size):
        best = None
        for b in range(size):
            if a == b:
                continue
            if best is None or closeness(grid, a, b) > closeness(grid, a, best):
                best = b
        friends.append(best)
    mutual = [(a, friends[a]) for a in range(size) if friends[friends[a]] == a and a < friends[a]]
    text = '\n'.join(' '.join('%3d' % n for n in row) for row in grid)
    return friends, mutual, one_sided(grid), sum(grid[i][i] for i in range(size)), text
