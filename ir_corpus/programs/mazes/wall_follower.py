# calls: escape(('#########', '#...#...#', '###.#.#.#', '#...#.#.#', '#.###.#.#', '#.....#..', '#########'), (1, 1), 400), escape(('#' * 18,) + tuple('#' + '.' * 16 + '#' for _ in range(5)) + ('#' * 18,), (2, 1), 250)
# calls: escape(('#' * 12, '#' + '.' * 10 + '#', '#' * 12), (1, 1), 300)
DIRECTIONS = 'NESW'


def ahead(position, direction):
    row, column = position
    if direction == 'N':
        return row - 1, column
    if direction == 'S':
        return row + 1, column
    if direction == 'E':
        return row, column + 1
    return row, column - 1


def open_at(maze, position):
    row, column = position
    return maze[row][column] == '.'


def escape(maze, start, patience):
    position = start
    index = 1
    steps = 0
    turns = 0
    trail = ''
    while steps < patience:
        steps += 1
        if position[1] == len(maze[0]) - 1:
            return steps, turns, trail
        right = DIRECTIONS[(index + 1) % 4]
        if open_at(maze, ahead(position, right)):
            index = (index + 1) % 4
            turns += 1
            position = ahead(position, right)
            trail += right
        elif open_at(maze, ahead(position, DIRECTIONS[index])):
            position = ahead(position, DIRECTIONS[index])
            trail += DIRECTIONS[index]
        else:
            index = (index + 3) % 4
            turns += 1
    return None, turns, trail
