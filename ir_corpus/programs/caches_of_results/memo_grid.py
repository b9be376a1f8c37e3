# calls: cheapest([[1 + r * 7 % 5 + c * 3 % 4 for c in range(16)] for r in range(16)]), cheapest([[5]]), cheapest([[1, 9, 1], [1, 9, 1], [1, 1, 1]])
def cost(grid, r, c, memo):
    if (r, c) in memo:
        return memo[(r, c)]
    if r == 0 and c == 0:
        best = grid[0][0]
    elif r == 0:
        best = grid[r][c] + cost(grid, r, c - 1, memo)
    elif c == 0:
        best = grid[r][c] + cost(grid, r - 1, c, memo)
    else:
        up = cost(grid, r - 1, c, memo)
        left = cost(grid, r, c - 1, memo)
        corner = cost(grid, r - 1, c - 1, memo) + 2
        best = grid[r][c] + min(up, left, corner)
    memo[(r, c)] = best
    return best


def trail(grid, memo):
    r = len(grid) - 1
    c = len(grid[0]) - 1
    moves = ''
    while r > 0 or c > 0:
        choices = []
        if r > 0:
            choices.append((memo[(r - 1, c)], 'D', r - 1, c))
        if c > 0:
            choices.append((memo[(r, c - 1)], 'R', r, c - 1))
        if r > 0 and c > 0:
            choices.append((memo[(r - 1, c - 1)] + 2, 'X', r - 1, c - 1))
        _, letter, r, c = min(choices)
        moves = letter + moves
    return moves


def cheapest(grid):
    memo = {}
    total = cost(grid, len(grid) - 1, len(grid[0]) - 1, memo)
    moves = trail(grid, memo)
    return total, moves, moves.count('X'), len(memo)
