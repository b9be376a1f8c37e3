# calls: extend([(i * 97 % 3500, 'u%d' % (i * 5 % 11)) for i in range(140)] + [(3590, 'u1'), (3650, 'u2'), (3655, 'u1'), (3900, 'u9')], 3600, 120), extend([], 10, 5)
def late_share(times, end, window):
    late = 0
    for t in times:
        if end - window <= t <= end:
            late += 1
    return late / len(times) if len(times) > 0 else 0.0


def bursts(times, gap):
    groups = []
    group = []
    for t in times:
        if group and t - group[-1] > gap:
            groups.append(group)
            group = []
        group.append(t)
    if group:
        groups.append(group)
    return groups


def extend(bids, end, extra):
    bids = sorted(bids)
    accepted = []
    extensions = 0
    for t, user in bids:
        if t > end:
            break
        if accepted and accepted[-1][1] == user:
            continue
        accepted.append((t, user))
        if end - t < extra:
            end = t + extra
            extensions += 1
    per_user = {}
    for t, user in accepted:
        if user not in per_user:
            per_user[user] = []
        per_user[user].append(t)
    snipers = [u for u in sorted(per_user) if late_share(per_user[u], end, 600) > 0.25]
    longest = max([len(g) for g in bursts([t for t, u in accepted], 30)], default=0)
    waits = [b[0] - a[0] for a, b in zip(accepted, accepted[1:])]
    middle = sorted(waits)[len(waits) // 2] if waits else None
    return len(accepted), end, extensions, snipers, longest, middle
