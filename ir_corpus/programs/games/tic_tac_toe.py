# calls: play(40)
LINES = ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6))


def winner(board):
    for line in LINES:
        a = board[line[0]]
        if a != ' ' and a == board[line[1]] and a == board[line[2]]:
            return a
    return ' '


def play(games):
    results = {'x': 0, 'o': 0, ' ': 0}
    for game in range(games):
        board = [' '] * 9
        seed = game
        for turn in range(9):
            seed = (seed * 75 + 74) % 65537
            free = []
            for i in range(9):
                if board[i] == ' ':
                    free.append(i)
            board[free[seed % len(free)]] = 'x' if turn % 2 == 0 else 'o'
            if winner(board) != ' ':
                break
        results[winner(board)] += 1
    return results
