# calls: walk(['short', 'a much longer line here', '', 'middle one', 'x'] * 4, 'jjlllwwjjbkhhw$jj0wwjl' * 8)
def clamp(value, low, high):
    return max(low, min(value, high))


def next_word(line, column):
    while column < len(line) and line[column] != ' ':
        column += 1
    while column < len(line) and line[column] == ' ':
        column += 1
    return column


def previous_word(line, column):
    column -= 1
    while column > 0 and line[column] == ' ':
        column -= 1
    while column > 0 and line[column - 1] != ' ':
        column -= 1
    return max(column, 0)


def walk(lines, keys):
    row = 0
    column = 0
    wanted = 0
    visited = []
    distance = 0
    for key in keys:
        before = (row, column)
        if key == 'j' or key == 'k':
            row = clamp(row + (1 if key == 'j' else -1), 0, len(lines) - 1)
            column = clamp(wanted, 0, max(len(lines[row]) - 1, 0))
        else:
            if key == 'h':
                column -= 1
            elif key == 'l':
                column += 1
            elif key == 'w':
                column = next_word(lines[row], column)
            elif key == 'b':
                column = previous_word(lines[row], column)
            elif key == '$':
                column = len(lines[row])
            elif key == '0':
                column = 0
            column = clamp(column, 0, max(len(lines[row]) - 1, 0))
            wanted = column
        distance += abs(row - before[0]) + abs(column - before[1])
        if (row, column) not in visited:
            visited.append((row, column))
    return row, column, len(visited), distance
