# calls: storm(9, 6, [(i * 17 % 9, i * 5 % 6, 'EWNS'[i % 4]) for i in range(26)]), storm(2, 2, [(0, 0, 'E')])
STEP = {'E': (1, 0), 'W': (-1, 0), 'N': (0, -1), 'S': (0, 1)}


def lit_houses(width, height, broken):
    lit = [[False] * width for _ in range(height)]
    lit[0][0] = True
    stack = [(0, 0)]
    while stack:
        x, y = stack.pop()
        for name in 'EWNS':
            nx = x + STEP[name][0]
            ny = y + STEP[name][1]
            if nx < 0 or ny < 0 or nx >= width or ny >= height:
                continue
            if (x, y, nx, ny) in broken or (nx, ny, x, y) in broken:
                continue
            if not lit[ny][nx]:
                lit[ny][nx] = True
                stack.append((nx, ny))
    return lit


def storm(width, height, strikes):
    broken = []
    history = []
    for x, y, side in strikes:
        broken.append((x, y, x + STEP[side][0], y + STEP[side][1]))
        if len(broken) > 24:
            broken.pop(0)
        if len(broken) % 4 == 0 or len(broken) == len(strikes):
            lit = lit_houses(width, height, broken)
            history.append(sum(row.count(True) for row in lit))
    lit = lit_houses(width, height, broken)
    picture = [''.join('*' if cell else '.' for cell in row) for row in lit]
    return history, picture
