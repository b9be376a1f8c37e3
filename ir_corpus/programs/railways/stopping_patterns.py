# calls: overtakes([('IC', 0, 'ADH'), ('RE', -9, 'ACDFH'), ('S1', -21, 'ABCDEFGH'), ('S2', 14, 'ABCDEFGH'), ('RB', 5, 'ACEGH')] * 3, 'ABCDEFGH', 5, 2)
# calls: overtakes([('X', 0, 'AB')], 'AB', 3, 1)
def passing_times(start, stops, line, run, dwell):
    clock = start
    times = {}
    for station in line:
        arrive = clock
        if station in stops and station != line[0] and station != line[-1]:
            clock += dwell
        times[station] = (arrive, clock)
        clock += run
        if station not in stops:
            clock -= 1
    return times


def compare(first, second, line):
    found = []
    for a, b in zip(line, line[1:]):
        before = first[a][1] - second[a][1]
        after = first[b][0] - second[b][0]
        if before * after < 0:
            found.append(a + b)
        elif before == 0 and after != 0 or after == 0 and before != 0:
            found.append(a + '=' + b)
    return found


def overtakes(services, line, run, dwell):
    diagrams = [(name, passing_times(start + 60 * (i // 5), stops, line, run, dwell)) for i, (name, start, stops) in enumerate(services)]
    conflicts = []
    for i in range(len(diagrams)):
        for j in range(i + 1, len(diagrams)):
            places = compare(diagrams[i][1], diagrams[j][1], line)
            if places:
                conflicts.append((diagrams[i][0], diagrams[j][0], ' '.join(places)))
    arrivals = sorted((times[line[-1]][0], name) for name, times in diagrams)
    headways = [b[0] - a[0] for a, b in zip(arrivals, arrivals[1:])]
    return conflicts, arrivals, min(headways, default=None)
