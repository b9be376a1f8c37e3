# calls: make(16), make(4), make(12)
KEEP = ['X..X', '.XX.', '.XX.', 'X..X']


def fill(n):
    return [[r * n + c + 1 for c in range(n)] for r in range(n)]


def swap_marked(square):
    n = len(square)
    top = n * n + 1
    for r in range(n):
        for c in range(n):
            if KEEP[r % 4][c % 4] == 'X':
                square[r][c] = top - square[r][c]
    return square


def constant(n):
    return n * (n * n + 1) // 2


def broken_diagonals(square):
    n = len(square)
    good = 0
    for shift in range(n):
        if sum(square[i][(i + shift) % n] for i in range(n)) == constant(n):
            good += 1
        if sum(square[i][(shift - i) % n] for i in range(n)) == constant(n):
            good += 1
    return good


def block_sums(square):
    n = len(square)
    found = {}
    for r in range(n - 1):
        for c in range(n - 1):
            s = square[r][c] + square[r][c + 1] + square[r + 1][c] + square[r + 1][c + 1]
            found[s] = found.get(s, 0) + 1
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:3]


def make(n):
    assert n % 4 == 0
    square = swap_marked(fill(n))
    assert all(sum(row) == constant(n) for row in square)
    return constant(n), broken_diagonals(square), block_sums(square), square[0][:4]
