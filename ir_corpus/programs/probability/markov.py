# calls: steady([[0.9, 0.1, 0.0], [0.4, 0.4, 0.2], [0.1, 0.3, 0.6]], 1e-6), steady([[0.0, 1.0], [1.0, 0.0]], 0.001)
def check(matrix):
    for row in matrix:
        if abs(sum(row) - 1) > 1e-9:
            return False
        if min(row) < 0:
            return False
    return True


def advance(chances, matrix):
    result = [0.0] * len(chances)
    for i in range(len(chances)):
        for j in range(len(chances)):
            result[j] = result[j] + chances[i] * matrix[i][j]
    return result


def steady(matrix, tolerance):
    chances = [0.0] * len(matrix)
    chances[0] = 1.0
    turns = 0
    moved = 1.0
    while check(matrix) and moved > tolerance and turns < 40:
        new = advance(chances, matrix)
        moved = 0.0
        for i in range(len(new)):
            moved = max(moved, abs(new[i] - chances[i]))
        chances = new
        turns += 1
    return turns, moved <= tolerance, [round(p, 4) for p in chances]
