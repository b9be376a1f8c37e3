# calls: distances(6, (0, 0)), distances(4, (1, 2)), distances(3, (1, 1))
JUMPS = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]


def on_board(size, r, c):
    return 0 <= r and r < size and 0 <= c and c < size


def distances(size, start):
    board = []
    for _ in range(size):
        board.append([None] * size)
    board[start[0]][start[1]] = 0
    reached = [start]
    turn = 0
    while len(reached) > 0:
        turn += 1
        new = []
        for r, c in reached:
            for dr, dc in JUMPS:
                if on_board(size, r + dr, c + dc) and board[r + dr][c + dc] is None:
                    board[r + dr][c + dc] = turn
                    new.append((r + dr, c + dc))
        reached = new
    text = []
    unreached = 0
    for row in board:
        line = ''
        for value in row:
            if value is None:
                unreached += 1
                line += '-'
            else:
                line += str(value)
        text.append(line)
    return text, turn - 1, unreached
