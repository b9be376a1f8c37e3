# calls: trips([(i * 7 % 40, i * 11 % 30) for i in range(45)], (0, 0), 150), trips([(1, 1)], (5, 5), 10)
def manhattan(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def nearest(position, targets):
    best = targets[0]
    for target in targets:
        if manhattan(position, target) < manhattan(position, best):
            best = target
    return best


def trips(targets, dock, charge):
    left = list(targets)
    unreachable = [t for t in left if manhattan(dock, t) * 2 > charge]
    for t in unreachable:
        left.remove(t)
    position = dock
    energy = charge
    routes = [[]]
    travelled = 0
    while len(left) > 0:
        goal = nearest(position, left)
        need = manhattan(position, goal) + manhattan(goal, dock)
        if need > energy:
            travelled += manhattan(position, dock)
            position = dock
            energy = charge
            routes.append([])
        else:
            travelled += manhattan(position, goal)
            energy -= manhattan(position, goal)
            position = goal
            left.remove(goal)
            routes[-1].append(goal)
    return travelled + manhattan(position, dock), len(routes), max(len(r) for r in routes), unreachable
