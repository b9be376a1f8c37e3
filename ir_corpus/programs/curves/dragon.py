# calls: dragon(9), dragon(2), dragon(6)
def fold(turns):
    other = ''
    for t in turns[::-1]:
        if t == 'R':
            other += 'L'
        else:
            other += 'R'
    return turns + 'R' + other


def trace(turns):
    x, y = 0, 0
    dx, dy = 1, 0
    corners = [(0, 0)]
    for t in turns + 'X':
        x += dx
        y += dy
        corners.append((x, y))
        if t == 'R':
            dx, dy = dy, -dx
        elif t == 'L':
            dx, dy = -dy, dx
    return corners


def touching(corners):
    seen = {}
    for c in corners:
        if c not in seen:
            seen[c] = 0
        seen[c] += 1
    return len([c for c in seen if seen[c] == 2])


def dragon(times):
    turns = ''
    for _ in range(times):
        turns = fold(turns)
    corners = trace(turns)
    width = max(x for x, y in corners) - min(x for x, y in corners)
    height = max(y for x, y in corners) - min(y for x, y in corners)
    return turns[:15], len(corners), (width, height), corners[-1], touching(corners)
