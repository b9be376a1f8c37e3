# calls: lux(10), lux(6), lux(14)
LETTERS = {'L': [(0, 1), (1, 0), (1, 1), (0, 0)], 'U': [(0, 0), (1, 0), (1, 1), (0, 1)], 'X': [(0, 0), (1, 1), (1, 0), (0, 1)]}


def letter_plan(m):
    k = m // 2
    plan = ['L' * m for _ in range(k + 1)] + ['U' * m] + ['X' * m for _ in range(k - 1)]
    middle = k
    plan[k] = plan[k][:middle] + 'U' + plan[k][middle + 1:]
    plan[k + 1] = plan[k + 1][:middle] + 'L' + plan[k + 1][middle + 1:]
    return plan


def diagonal_order(m):
    r, c = 0, m // 2
    used = []
    while len(used) < m * m:
        used.append((r, c))
        up = ((r - 1) % m, (c + 1) % m)
        if up in used:
            up = ((r + 1) % m, c)
        r, c = up
    return used


def lux(n):
    m = n // 2
    plan = letter_plan(m)
    square = {}
    value = 1
    for r, c in diagonal_order(m):
        for dr, dc in LETTERS[plan[r][c]]:
            square[2 * r + dr, 2 * c + dc] = value
            value += 1
    goal = n * (n * n + 1) // 2
    failures = []
    for i in range(n):
        if sum(square[i, j] for j in range(n)) != goal:
            failures.append(('row', i))
        if sum(square[j, i] for j in range(n)) != goal:
            failures.append(('col', i))
    width = len(str(n * n)) + 1
    text = ''
    for i in range(n):
        for j in range(n):
            text += str(square[i, j]).rjust(width)
        text += '\n'
    return goal, failures, text
