# calls: round_trip([(i * 17 % 40, i % 5) for i in range(45)], (0, 0)), round_trip([(3, 1)], (0, 0))
def walk(a, b):
    if a[1] == b[1]:
        return abs(a[0] - b[0])
    # to the lift, which is at 20, and back
    return abs(a[0] - 20) + abs(b[0] - 20) + 8 * abs(a[1] - b[1])


def round_trip(rooms, start):
    todo = list(rooms)
    here = start
    order = []
    metres = 0
    while len(todo) > 0:
        nearest = todo[0]
        for room in todo:
            if walk(here, room) < walk(here, nearest):
                nearest = room
        metres += walk(here, nearest)
        todo.remove(nearest)
        order.append(nearest)
        here = nearest
    metres += walk(here, start)
    lifts = 0
    for i in range(len(order) - 1):
        if order[i][1] != order[i + 1][1]:
            lifts += 1
    return metres, lifts, order[:3]
