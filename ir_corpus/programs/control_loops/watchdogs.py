# calls: monitor([('pump' if i % 3 else 'fan', i * 4 + i % 5 * 3) for i in range(220)], {'pump': 12, 'fan': 25, 'door': 100})
# calls: monitor([('fan', 5), ('ghost', 6), ('fan', 60)], {'fan': 10})
def late(now, seen, limit):
    return now - seen > limit


def monitor(beats, limits):
    seen = dict()
    alarms = []
    muted = []
    unknown = 0
    for name, now in beats:
        if name not in limits.keys():
            unknown += 1
            continue
        if name in seen and late(now, seen[name], limits[name]):
            alarms.append({'at': now, 'who': name, 'by': now - seen[name] - limits[name]})
        seen[name] = now
        for other in limits.keys():
            since = seen[other] if other in seen else 0
            if other != name and late(now, since, limits[other]):
                if other not in muted:
                    muted.append(other)
                    alarms.append({'at': now, 'who': other, 'by': now - since - limits[other]})
            elif other in muted and other in seen:
                muted.remove(other)
    worst = None
    for alarm in alarms:
        if worst is None or alarm['by'] > worst['by']:
            worst = alarm
    return len(alarms), worst, muted, unknown
