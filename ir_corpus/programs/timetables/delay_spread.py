# calls: propagate([[(s, 600 + 20 * r + 9 * s + r % 4) for s in range(8)] for r in range(16)], {(2, 1): 14, (7, 3): 25, (11, 0): 6}, 3)
# calls: propagate([[(0, 10), (1, 20)]], {}, 3)
def planned(trains, train, station):
    for s, t in trains[train]:
        if s == station:
            return t
    return None


def propagate(trains, incidents, headway):
    delay = {}
    for train in range(len(trains)):
        late = 0
        for station, t in trains[train]:
            if late > 0:
                late = late - 1
            if (train, station) in incidents:
                late = late + incidents[(train, station)]
            if train > 0:
                ahead = planned(trains, train - 1, station)
                if ahead is not None:
                    ahead += delay[(train - 1, station)]
                    if t + late < ahead + headway:
                        late = ahead + headway - t
            delay[(train, station)] = late
    table = []
    for train in range(len(trains)):
        row = ''
        for station, t in trains[train]:
            d = delay[(train, station)]
            row += ' .' if d == 0 else str(d).rjust(2)
        table.append(row)
    late_stops = len([d for d in delay.values() if d > 5])
    return table, late_stops, max(delay.values()), sum(delay.values()) / len(delay)
