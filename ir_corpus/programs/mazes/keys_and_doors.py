# calls: fewest_steps(['@..a.#', '.##A#.', '.#b..B', '....#$']), fewest_steps(['@' + '.' * 9, '.' * 10, 'A' * 10, 'b' + '.' * 9, '.' * 9 + '$'])
# calls: fewest_steps(['@.....a..', '#####.#..', '$A....b..', '.........', '........B'])
from collections import deque


def parse(lines):
    cells = {}
    start = None
    for y, line in enumerate(lines):
        for x, mark in enumerate(line):
            if mark != '#':
                cells[(x, y)] = mark
            if mark == '@':
                start = (x, y)
    return cells, start


def may_enter(mark, keys):
    if mark.isupper():
        return mark.lower() in keys
    return True


def fewest_steps(lines):
    cells, start = parse(lines)
    waiting = deque([(start, '', 0)])
    seen = [(start, '')]
    most_keys = 0
    while waiting:
        (x, y), keys, steps = waiting.popleft()
        if cells[(x, y)] == '$':
            return steps, keys, len(seen)
        for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if place not in cells or not may_enter(cells[place], keys):
                continue
            mark = cells[place]
            held = keys
            if mark in 'ab' and mark not in keys:
                held = ''.join(sorted(keys + mark))
                most_keys = max(most_keys, len(held))
            if (place, held) not in seen:
                seen.append((place, held))
                waiting.append((place, held, steps + 1))
    return None, most_keys, len(seen)
