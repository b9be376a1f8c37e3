# calls: ride([(i * 5 % 12, i * 7 % 12) for i in range(120)], 12, 6)
# calls: ride([(3, 0), (0, 3)], 4, 1)
def wanted_stops(inside, waiting, direction, floor):
    stops = []
    for target in inside:
        if (target - floor) * direction > 0:
            stops.append(target)
    for start, target in waiting:
        if (start - floor) * direction > 0:
            stops.append(start)
    return stops


def ride(calls, floors, capacity):
    waiting = [call for call in calls if call[0] != call[1]]
    inside = []
    floor = 0
    direction = 1
    moves = 0
    opened = 0
    while (waiting or inside) and moves < 5000:
        before = len(inside)
        inside = [target for target in inside if target != floor]
        door = len(inside) < before
        rest = []
        for call in waiting:
            if call[0] == floor and len(inside) < capacity:
                inside.append(call[1])
                door = True
            else:
                rest.append(call)
        waiting = rest
        if door:
            opened += 1
        if not wanted_stops(inside, waiting, direction, floor):
            direction = -direction
            if not wanted_stops(inside, waiting, direction, floor):
                continue
        floor += direction
        moves += 1
    return moves, opened
