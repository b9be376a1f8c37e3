# calls: play(['.b.b.b.b', 'b.b.b.b.', '........', '..b.....', '.w......', '....w...', '.w.w.w.w', 'w.w.w.w.'], 14), play(['w.', '..'], 3)
def inside(board, y, x):
    return 0 <= y < len(board) and 0 <= x < len(board[y])


def moves_for(board, side):
    step = -1 if side == 'w' else 1
    other = 'b' if side == 'w' else 'w'
    plain = []
    jumps = []
    for y in range(len(board)):
        for x in range(len(board[y])):
            if board[y][x] != side:
                continue
            for dx in (-1, 1):
                if inside(board, y + step, x + dx) and board[y + step][x + dx] == '.':
                    plain.append((y, x, y + step, x + dx))
                if inside(board, y + 2 * step, x + 2 * dx):
                    if board[y + step][x + dx] == other and board[y + 2 * step][x + 2 * dx] == '.':
                        jumps.append((y, x, y + 2 * step, x + 2 * dx))
    return jumps if jumps else plain


def apply(board, move):
    y, x, ny, nx = move
    new = [row[:] for row in board]
    new[ny][nx] = new[y][x]
    new[y][x] = '.'
    if abs(ny - y) == 2:
        new[(y + ny) // 2][(x + nx) // 2] = '.'
    return new


def score(board, side):
    mine = sum(row.count(side) for row in board)
    return 10 * (mine * 2 - sum(len(row) - row.count('.') for row in board)) + len(moves_for(board, side))


def play(rows, turns):
    board = [list(row) for row in rows]
    side = 'w'
    history = []
    for turn in range(turns):
        options = moves_for(board, side)
        if not options:
            break
        best = max(options, key=lambda m: (score(apply(board, m), side), m))
        board = apply(board, best)
        history.append(best)
        side = 'b' if side == 'w' else 'w'
    return history, [''.join(row) for row in board]
