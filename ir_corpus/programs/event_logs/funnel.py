# calls: funnel([(i * 31 % 40, ['visit', 'search', 'cart', 'pay', 'leave'][(i + i // 40) % 5], i) for i in range(300)], ['visit', 'search', 'cart', 'pay'], 120), funnel([(1, 'pay', 0)], ['visit', 'pay'], 5)
def by_user(events):
    users = {}
    for user, name, at in events:
        if user not in users:
            users[user] = []
        users[user].append((at, name))
    return users


def progress(history, steps, limit):
    reached = 0
    started = None
    times = []
    for at, name in sorted(history):
        if reached < len(steps) and name == steps[reached]:
            if reached == 0:
                started = at
            elif at - started > limit:
                break
            reached += 1
            times.append(at)
    return reached, times


def funnel(events, steps, limit):
    counts = [0] * (len(steps) + 1)
    waits = [[] for _ in steps]
    users = by_user(events)
    for user in sorted(users):
        reached, times = progress(users[user], steps, limit)
        for k in range(reached + 1):
            counts[k] += 1
        for k in range(1, len(times)):
            waits[k].append(times[k] - times[k - 1])
    rates = []
    for k in range(1, len(counts)):
        rates.append(round(counts[k] / counts[k - 1], 3) if counts[k - 1] else 0.0)
    worst = rates.index(min(rates))
    return counts, rates, steps[worst], [sum(w) / len(w) if w else None for w in waits]
