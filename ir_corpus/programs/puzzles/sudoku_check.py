# calls: check([[(3 * (r % 3) + r // 3 + c) % 9 + 1 for c in range(9)] for r in range(9)]), check([[1] * 9] * 9)
def complete(cells):
    for n in range(1, 10):
        if n not in cells:
            return False
    return True


def box(grid, number):
    cells = []
    for r in range(3):
        for c in range(3):
            cells.append(grid[number // 3 * 3 + r][number % 3 * 3 + c])
    return cells


def check(grid):
    problems = []
    for i in range(9):
        if not complete(grid[i]):
            problems.append('row ' + str(i + 1))
        column = [grid[r][i] for r in range(9)]
        if not complete(column):
            problems.append('column ' + str(i + 1))
        if not complete(box(grid, i)):
            problems.append('box ' + str(i + 1))
    if len(problems) == 0:
        return 'solved'
    return ', '.join(problems)
