# calls: is_magic(build(7)), is_magic(build(3)), is_magic([[1, 2], [3, 4]])
def build(size):
    square = [[0] * size for _ in range(size)]
    r = 0
    c = size // 2
    for number in range(1, size * size + 1):
        square[r][c] = number
        up = (r - 1) % size
        right = (c + 1) % size
        if square[up][right] != 0:
            r = (r + 1) % size
        else:
            r = up
            c = right
    return square


def is_magic(square):
    size = len(square)
    wanted = size * (size * size + 1) / 2
    seen = []
    for row in square:
        for number in row:
            if number in seen or number < 1 or number > size * size:
                return False, number
            seen.append(number)
    for i in range(size):
        down = 0
        for r in range(size):
            down += square[r][i]
        if sum(square[i]) != wanted or down != wanted:
            return False, i
    diagonals = [sum([square[i][i] for i in range(size)]), sum([square[i][size - 1 - i] for i in range(size)])]
    return diagonals == [wanted, wanted], wanted
