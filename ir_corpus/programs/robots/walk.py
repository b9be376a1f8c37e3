# calls: walk('FFRFFLFRRFLFF' * 36, (0, 0)), walk('FLFLFL', (3, 3))
HEADINGS = ['N', 'E', 'S', 'W']


def turn(heading, command):
    i = HEADINGS.index(heading)
    if command == 'R':
        return HEADINGS[(i + 1) % 4]
    return HEADINGS[(i - 1) % 4]


def walk(commands, start):
    x, y = start
    heading = 'N'
    visited = [(x, y)]
    crossings = 0
    farthest = 0
    for command in commands:
        if command == 'L' or command == 'R':
            heading = turn(heading, command)
            continue
        if heading == 'N':
            y += 1
        elif heading == 'S':
            y -= 1
        elif heading == 'E':
            x += 1
        else:
            x -= 1
        if (x, y) in visited:
            crossings += 1
        else:
            visited.append((x, y))
        farthest = max(farthest, abs(x - start[0]) + abs(y - start[1]))
    return (x, y, heading), crossings, farthest, len(visited)
