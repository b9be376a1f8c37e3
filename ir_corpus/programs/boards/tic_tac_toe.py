# calls: judge_all(['XXXOO....', 'XOXOXOOXO', 'XOXXOOOXX', '.........', 'OOO.XX.X.', 'XO..X..OX'] * 8)
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(board):
    for a, b, c in LINES:
        if board[a] != '.' and board[a] == board[b] and board[b] == board[c]:
            return board[a]
    return None


def threats(board, player):
    places = []
    for line in LINES:
        mine = 0
        free = None
        for place in line:
            if board[place] == player:
                mine += 1
            elif board[place] == '.':
                free = place
        if mine == 2 and free is not None and free not in places:
            places.append(free)
    return places


def judge_all(boards):
    counts = {'X': 0, 'O': 0, 'draw': 0, 'open': 0}
    advice = []
    for board in boards:
        if winner(board) is not None:
            counts[winner(board)] += 1
        elif '.' not in board:
            counts['draw'] += 1
        else:
            counts['open'] += 1
            player = 'X' if board.count('X') == board.count('O') else 'O'
            other = 'O' if player == 'X' else 'X'
            advice.append((player, threats(board, player), threats(board, other)))
    return counts, advice
