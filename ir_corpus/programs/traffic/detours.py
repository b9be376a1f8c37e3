# calls: detours({(x, y): [(x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)] for x in range(9) for y in range(9)}, [(3, y) for y in range(8)] + [(6, y) for y in range(1, 9)], (0, 0), (8, 8))
# calls: detours({(0, 0): [(0, 1)], (0, 1): []}, [], (0, 0), (0, 1))
def route(roads, closed, start, goal):
    frontier = [(start, None)]
    came_from = {}
    while frontier:
        crossing, previous = frontier.pop(0)
        if crossing in came_from:
            continue
        came_from[crossing] = previous
        if crossing == goal:
            break
        for other in roads[crossing]:
            if other in closed or other in came_from or other not in roads:
                continue
            frontier.append((other, crossing))
    if goal not in came_from:
        return None
    path = [goal]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    path.reverse()
    return path


def turns(path):
    count = 0
    for i in range(2, len(path)):
        dx1, dy1 = path[i - 1][0] - path[i - 2][0], path[i - 1][1] - path[i - 2][1]
        dx2, dy2 = path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1]
        if (dx1, dy1) != (dx2, dy2):
            count += 1
    return count


def detours(roads, closed, start, goal):
    usual = route(roads, [], start, goal)
    now = route(roads, closed, start, goal)
    if now is None:
        return 'no way'
    return len(now) - len(usual), turns(now), turns(usual)
