# calls: board({'1': (305, 10, 'Harbour'), '4': (312, 15, 'Zoo'), '11': (300, 7, 'Airport'), 'N2': (1380, 30, 'Centre')}, [330, 725, 1000, 1390], 6)
# calls: board({'9': (0, 60, 'End')}, [61], 2)
def clock(minutes):
    minutes = minutes % 1440
    return '%02d:%02d' % (minutes // 60, minutes % 60)


def departures(first, interval, now, horizon):
    out = []
    t = first
    while t <= now + horizon:
        if t >= now:
            out.append(t)
        t += interval
    return out


def wait_text(now, t):
    wait = t - now
    if wait == 0:
        return 'now'
    if wait < 20:
        return str(wait) + ' min'
    return clock(t)


def board(lines, moments, rows):
    shown = []
    for now in moments:
        entries = []
        for line in lines:
            first, interval, goal = lines[line]
            for t in departures(first, interval, now, 90):
                entries.append((t, line, goal))
        entries.sort()
        picture = clock(now) + '\n'
        for t, line, goal in entries[:rows]:
            picture += line.rjust(3) + ' ' + goal + ' ' + '.' * (14 - len(goal)) + ' ' + wait_text(now, t) + '\n'
        shown.append(picture)
    return shown
