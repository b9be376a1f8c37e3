# calls: presence([(i * 11 % 1440, 'badge%d' % (i % 13), 'in' if i * i % 3 else 'out') for i in range(230)]), presence([(5, 'a', 'out'), (9, 'b', 'in')])
def clock(minutes):
    return '%02d:%02d' % divmod(minutes, 60)


def presence(swipes):
    inside = {}
    stays = {}
    oddities = []
    peak = (0, 0)
    for at, who, way in sorted(swipes):
        if way == 'in':
            if who in inside:
                oddities.append((clock(at), who, 'twice in'))
            else:
                inside[who] = at
                if len(inside) > peak[0]:
                    peak = (len(inside), at)
        elif who in inside:
            stays.setdefault(who, []).append((inside.pop(who), at))
        else:
            oddities.append((clock(at), who, 'never came'))
    for who in sorted(inside):
        stays.setdefault(who, []).append((inside[who], 1440))
    hours = {who: round(sum(b - a for a, b in stays[who]) / 60, 2) for who in sorted(stays)}
    return hours, len(oddities), oddities[:3], (peak[0], clock(peak[1])), overlap(stays)


def overlap(stays):
    best = (0, None)
    people = sorted(stays)
    for i, a in enumerate(people):
        for b in people[i + 1:]:
            shared = 0
            for s, e in stays[a]:
                for t, f in stays[b]:
                    shared += max(0, min(e, f) - max(s, t))
            if shared > best[0]:
                best = (shared, a + '+' + b)
    return best
