# calls: clean(['..#....#', '....#...', '.##...#.', '........', '#..#..#.'], 180), clean(['.'], 5)
MOVES = [(0, 1), (1, 0), (0, -1), (-1, 0)]


def is_free(room, r, c):
    return 0 <= r < len(room) and 0 <= c < len(room[0]) and room[r][c] != '#'


def clean(room, battery):
    r = 0
    c = 0
    facing = 0
    visits = {}
    bumps = 0
    while battery > 0:
        visits[(r, c)] = visits.get((r, c), 0) + 1
        fewest = None
        choice = None
        for turn in range(4):
            dr, dc = MOVES[(facing + turn) % 4]
            if is_free(room, r + dr, c + dc):
                count = visits[(r + dr, c + dc)] if (r + dr, c + dc) in visits else 0
                if fewest is None or count < fewest:
                    fewest = count
                    choice = (facing + turn) % 4
            else:
                bumps += 1
        if choice is None:
            break
        facing = choice
        dr, dc = MOVES[facing]
        r += dr
        c += dc
        battery -= 1
    free = sum(1 for row in room for cell in row if cell != '#')
    return len(visits), free, max(visits.values()), bumps
