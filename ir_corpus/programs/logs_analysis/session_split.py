# calls: sessions([('u%d' % (i * 7 % 5), i * i % 211 + i * 9) for i in range(400)], 60)
def by_user(events):
    users = {}
    for user, at in events:
        try:
            users[user].append(at)
        except KeyError:
            users[user] = [at]
    return users


def sessions(events, gap):
    users = by_user(events)
    found = []
    for user in users:
        times = sorted(users[user])
        start = times[0]
        count = 1
        for i in range(1, len(times)):
            if times[i] - times[i - 1] > gap:
                found.append((user, start, times[i - 1], count))
                start = times[i]
                count = 0
            count += 1
        found.append((user, start, times[-1], count))
    longest = 0
    total = 0
    for session in found:
        longest = max(longest, session[2] - session[1])
        total += session[3]
    busiest = max(found, key=lambda s: s[3])
    return len(found), longest, total / len(found), busiest[0]
