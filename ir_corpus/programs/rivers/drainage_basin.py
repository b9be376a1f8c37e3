# calls: basins([[abs(x - 7) * 3 + abs(y - 5) + (x * 5 + y * 7) % 4 for x in range(16)] for y in range(13)]), basins([[3, 2, 1]]), basins([[4, 4], [4, 4]])
def lowest_neighbour(land, x, y):
    best = (land[y][x], None)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if (dx or dy) and 0 <= y + dy < len(land) and 0 <= x + dx < len(land[0]):
                if land[y + dy][x + dx] < best[0]:
                    best = (land[y + dy][x + dx], (x + dx, y + dy))
    return best[1]


def sink(to, cell, memo):
    if cell in memo:
        return memo[cell]
    if to[cell] is None:
        memo[cell] = cell
    else:
        memo[cell] = sink(to, to[cell], memo)
    return memo[cell]


def accumulate(land, to):
    water = {cell: 1 for cell in to}
    for cell in sorted(to, key=lambda c: (-land[c[1]][c[0]], c)):
        if to[cell] is not None:
            water[to[cell]] += water[cell]
    return water


def basins(land):
    to = {}
    for y in range(len(land)):
        for x in range(len(land[y])):
            to[(x, y)] = lowest_neighbour(land, x, y)
    memo = {}
    names = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
    letters = {}
    picture = []
    for y in range(len(land)):
        line = ''
        for x in range(len(land[y])):
            end = sink(to, (x, y), memo)
            if end not in letters:
                letters[end] = names[len(letters) % len(names)]
            line += letters[end]
        picture.append(line)
    water = accumulate(land, to)
    streams = sorted(((w, c) for c, w in water.items() if w >= 8), reverse=True)
    return picture, streams[:6]
