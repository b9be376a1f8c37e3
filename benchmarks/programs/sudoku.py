"""Solve Sudoku puzzles by backtracking."""

PUZZLES = [
    "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
    "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "200080300060070084030500209000105408000000000402706000301007040720040060004010003",
]


def read_board(text):
    board = []
    for row in range(9):
        board.append([int(c) for c in text[row * 9 : row * 9 + 9]])
    return board


def is_valid(board, row, col, number):
    # row and column
    for i in range(9):
        if board[row][i] == number:
            return False
        if board[i][col] == number:
            return False
    # 3x3 box
    start_row = row // 3 * 3
    start_col = col // 3 * 3
    for i in range(3):
        for j in range(3):
            if board[start_row + i][start_col + j] == number:
                return False
    return True


def candidates(board, row, col):
    return [number for number in range(1, 10) if is_valid(board, row, col, number)]


def find_cell(board):
    best = None
    fewest = 10
    for row in range(9):
        for col in range(9):
            if board[row][col] == 0:
                count = len(candidates(board, row, col))
                if count < fewest:
                    fewest = count
                    best = (row, col)
    return best


def solve(board, stats):
    cell = find_cell(board)
    if cell is None:
        return True
    row, col = cell
    for number in candidates(board, row, col):
        board[row][col] = number
        stats["tried"] += 1
        if solve(board, stats):
            return True
        board[row][col] = 0
    return False


def correct(board):
    digits = list(range(1, 10))
    for i in range(9):
        if sorted(board[i]) != digits:
            return False
        if sorted(board[r][i] for r in range(9)) != digits:
            return False
    return True


def run():
    results = []
    for puzzle in PUZZLES:
        board = read_board(puzzle)
        stats = {"tried": 0}
        solved = solve(board, stats)
        results.append((solved, correct(board), stats["tried"], board[0][:3]))
    return results
