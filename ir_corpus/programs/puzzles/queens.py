# calls: solve(6), solve(4), solve(3)
def safe(placed, column):
    row = len(placed)
    for r in range(row):
        if placed[r] == column or abs(placed[r] - column) == row - r:
            return False
    return True


def place(placed, size, solutions):
    if len(placed) == size:
        solutions.append(placed)
        return
    for column in range(size):
        if safe(placed, column):
            place(placed + [column], size, solutions)


def solve(size):
    solutions = []
    place([], size, solutions)
    # mirrored ones count once
    distinct = []
    for solution in solutions:
        mirrored = [size - 1 - column for column in solution]
        if solution not in distinct and mirrored not in distinct:
            distinct.append(solution)
    pictures = []
    for solution in distinct:
        picture = ''
        for column in solution:
            picture += '.' * column + 'Q' + '.' * (size - 1 - column) + '/'
        pictures.append(picture[:-1])
    return len(solutions), pictures
