# calls: graph([('IC 1', [(0, 0), (30, 20), (75, 50)]), ('RB 8', [(5, 50), (70, 0)]), ('F 3', [(10, 0), (40, 20), (55, 20), (90, 50)])], 100, 50), graph([('X', [(0, 0), (4, 4)])], 4, 4)
def position(stops, minute):
    for k in range(len(stops) - 1):
        t0, km0 = stops[k]
        t1, km1 = stops[k + 1]
        if t0 <= minute <= t1:
            return km0 + (km1 - km0) * (minute - t0) / (t1 - t0)
    return None


def meeting_points(trains, last):
    found = []
    for i in range(len(trains)):
        for j in range(i + 1, len(trains)):
            before = None
            for minute in range(last + 1):
                a = position(trains[i][1], minute)
                b = position(trains[j][1], minute)
                if a is None or b is None:
                    before = None
                    continue
                side = (a > b) - (a < b)
                if before is not None and side != before and before != 0:
                    found.append((trains[i][0], trains[j][0], minute, round(a, 1)))
                before = side
    return found


def graph(trains, last, length):
    rows = []
    for minute in range(0, last + 1, 5):
        row = [' '] * (length // 2 + 1)
        for name, stops in trains:
            km = position(stops, minute)
            if km is not None:
                at = int(km / 2)
                row[at] = 'X' if row[at] != ' ' else name[0]
        rows.append(str(minute).zfill(3) + '|' + ''.join(row).rstrip())
    return rows, meeting_points(trains, last)
