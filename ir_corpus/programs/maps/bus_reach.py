# calls: isochrone(13, 11, {(3, 2): 9, (9, 8): 9, (4, 9): 7, (10, 1): 7}, [(0, 5), (1, 5), (2, 5), (4, 5), (5, 5), (7, 5), (8, 5)], (2, 2), 12)
# calls: isochrone(2, 1, {}, [], (0, 0), 3)
def stops_of_line(stops, line):
    return [place for place in stops if stops[place] == line]


def steps_from(place, width, height, walls, stops):
    x, y = place
    result = []
    for dx, dy in [(-1, 0), (1, 0), (0, -1), (0, 1)]:
        nx, ny = x + dx, y + dy
        if 0 <= nx < width and 0 <= ny < height and (nx, ny) not in walls:
            result.append(((nx, ny), 1))
    if place in stops:
        for other in stops_of_line(stops, stops[place]):
            if other != place:
                ride = 2 + (abs(other[0] - x) + abs(other[1] - y)) // 4
                result.append((other, ride))
    return result


def isochrone(width, height, stops, walls, start, limit):
    minutes = {start: 0}
    todo = [start]
    while len(todo) > 0:
        nearest = 0
        for i in range(1, len(todo)):
            if minutes[todo[i]] < minutes[todo[nearest]]:
                nearest = i
        place = todo.pop(nearest)
        for other, cost in steps_from(place, width, height, walls, stops):
            total = minutes[place] + cost
            if total <= limit and (other not in minutes or total < minutes[other]):
                minutes[other] = total
                if other not in todo:
                    todo.append(other)
    lines = []
    for y in range(height):
        line = ''
        for x in range(width):
            if (x, y) in walls:
                line += '#'
            elif (x, y) in minutes:
                line += '0123456789abcdefghij'[minutes[(x, y)]]
            else:
                line += '.'
        lines.append(line)
    return lines, len(minutes)
