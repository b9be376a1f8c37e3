# calls: travel([('S%d' % (k % 12), 'S%d' % ((k * 5 + 1) % 12), 300 + k * 4, 310 + k * 4 + k % 17) for k in range(140)], 'S0', 'S7', 310), travel([('a', 'b', 5, 9)], 'a', 'c', 0)
def scan(connections, start, ready, change):
    arrival = {start: ready}
    via = {}
    for number, (a, b, leave, arrive) in enumerate(connections):
        if a not in arrival:
            continue
        margin = 0 if a == start else change
        if arrival[a] + margin > leave:
            continue
        if b not in arrival or arrive < arrival[b]:
            arrival[b] = arrive
            via[b] = number
    return arrival, via


def trace(connections, via, start, goal):
    legs = []
    place = goal
    while place != start:
        leg = connections[via[place]]
        legs.append(leg)
        place = leg[0]
    legs.reverse()
    return legs


def travel(connections, start, goal, ready):
    connections = sorted(connections, key=lambda c: c[2])
    answers = []
    for change in (0, 2, 5, 10):
        arrival, via = scan(connections, start, ready, change)
        if goal not in arrival:
            answers.append((change, None, 0))
            continue
        legs = trace(connections, via, start, goal)
        answers.append((change, arrival[goal] - ready, len(legs)))
    reachable = sorted(arrival, key=lambda s: (arrival[s], s))
    return answers, reachable
