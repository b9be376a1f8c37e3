# calls: reveal(['.*...*', '......', '*.....', '...**.', '......', '.....*'], [(1, 4), (4, 0), (0, 1)])
# calls: reveal(['..', '.*'], [(0, 0)])
def around(rows, r, c):
    found = []
    for y in range(max(0, r - 1), min(len(rows), r + 2)):
        for x in range(max(0, c - 1), min(len(rows[0]), c + 2)):
            if (y, x) != (r, c):
                found.append((y, x))
    return found


def mines(rows, r, c):
    count = 0
    for y, x in around(rows, r, c):
        if rows[y][x] == '*':
            count += 1
    return count


def reveal(rows, clicks):
    shown = {}
    for r, c in clicks:
        if rows[r][c] == '*':
            shown[(r, c)] = '*'
            break
        waiting = [(r, c)]
        while len(waiting) > 0:
            y, x = waiting.pop()
            if (y, x) in shown:
                continue
            shown[(y, x)] = str(mines(rows, y, x))
            if mines(rows, y, x) == 0:
                for place in around(rows, y, x):
                    if place not in shown.keys():
                        waiting.append(place)
    picture = []
    for r in range(len(rows)):
        picture.append(''.join(shown.get((r, c), '?') for c in range(len(rows[r]))))
    return picture, len(shown)
