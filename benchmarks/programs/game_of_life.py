"""Conway's game of life on a torus."""


def make_board(height, width):
    board = []
    state = 1
    for y in range(height):
        row = []
        for x in range(width):
            state = (state * 1103515245 + 12345) % 2147483648
            row.append(1 if state // 65536 % 3 == 0 else 0)
        board.append(row)
    return board


def count_neighbours(board, y, x):
    height = len(board)
    width = len(board[0])
    count = 0
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if dy == 0 and dx == 0:
                continue
            count += board[(y + dy) % height][(x + dx) % width]
    return count


def next_board(board):
    after = []
    for y in range(len(board)):
        row = []
        for x in range(len(board[0])):
            neighbours = count_neighbours(board, y, x)
            if neighbours == 3 or (neighbours == 2 and board[y][x] == 1):
                row.append(1)
            else:
                row.append(0)
        after.append(row)
    return after


def run():
    board = make_board(36, 44)
    populations = []
    for _ in range(40):
        board = next_board(board)
        populations.append(sum(sum(row) for row in board))
    return populations
