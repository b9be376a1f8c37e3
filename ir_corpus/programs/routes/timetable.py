# calls: connections([(i * 7 % 180, 'ABCD'[i % 4], 'BCDA'[i * 7 // 4 % 4], 11 + i % 9) for i in range(60)], 'A', 'C', 5)
def clock(minutes):
    return str(minutes // 60).zfill(2) + ':' + str(minutes % 60).zfill(2)


def connections(trains, start, goal, change):
    direct = []
    changed = []
    for leave, a, b, takes in trains:
        if a != start:
            continue
        if b == goal:
            direct.append((leave, leave + takes))
            continue
        arrive = leave + takes
        best = None
        for leave2, a2, b2, takes2 in trains:
            if a2 == b and b2 == goal and leave2 >= arrive + change:
                if best is None or leave2 + takes2 < best[1]:
                    best = (leave2, leave2 + takes2)
        if best is not None:
            changed.append((leave, best[1], b))
    lines = []
    for leave, arrive in sorted(direct):
        lines.append(clock(leave) + ' - ' + clock(arrive))
    for leave, arrive, via in sorted(changed):
        lines.append(clock(leave) + ' - ' + clock(arrive) + ' via ' + via)
    return lines
