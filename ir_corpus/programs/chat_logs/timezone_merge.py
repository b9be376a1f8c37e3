# calls: merge_logs({'+02:00': [(8 + i // 20, i * 3 % 60, 'm%d' % i) for i in range(60)], '-05:30': [(1 + i // 15, i * 4 % 60, 'n%d' % i) for i in range(50)], '+00:00': [(23, 50, 'late')]})
# calls: merge_logs({'+01:00': [(0, 10, 'early')]})
def offset(zone):
    sign = -1 if zone[0] == '-' else 1
    hours, minutes = zone[1:].split(':')
    return sign * (int(hours) * 60 + int(minutes))


def to_utc(hour, minute, zone):
    total = hour * 60 + minute - offset(zone)
    day = total // 1440
    return day, total % 1440


def insert(timeline, entry):
    i = len(timeline)
    while i > 0 and timeline[i - 1][0] > entry[0]:
        i -= 1
    timeline.insert(i, entry)


def clock(minutes):
    text = str(minutes // 60) + ':'
    if minutes % 60 < 10:
        text += '0'
    return text + str(minutes % 60)


def merge_logs(logs):
    timeline = []
    for zone in logs:
        for hour, minute, text in logs[zone]:
            insert(timeline, (to_utc(hour, minute, zone), zone, text))
    jumps = 0
    previous = None
    for when, zone, text in timeline:
        if previous is not None and zone != previous:
            jumps += 1
        previous = zone
    first, last = timeline[0][0], timeline[-1][0]
    label = {-1: 'the day before', 0: 'today', 1: 'the day after'}
    return len(timeline), jumps, label[first[0]] + ' ' + clock(first[1]), label[last[0]] + ' ' + clock(last[1])
