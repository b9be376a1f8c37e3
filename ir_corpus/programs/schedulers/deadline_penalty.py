# calls: schedule([('j%02d' % i, 1 + i * 7 % 20, 10 + i * 31 % 90) for i in range(50)]), schedule([('a', 1, 5), ('b', 1, 9)])
def latest_free(slots, deadline):
    t = min(deadline, len(slots)) - 1
    while t >= 0:
        if slots[t] is None:
            return t
        t -= 1
    return -1


def profit(slots, jobs):
    worth = 0
    for name in slots:
        for job in jobs:
            if job[0] == name:
                worth += job[2]
    return worth


def schedule(jobs):
    horizon = max(job[1] for job in jobs)
    slots = [None] * horizon
    dropped = []
    ordered = sorted(jobs, key=lambda job: job[2], reverse=True)
    for name, deadline, value in ordered:
        place = latest_free(slots, deadline)
        if place < 0:
            dropped.append((name, value))
        else:
            slots[place] = name
    lost = 0
    for name, value in dropped:
        lost += value
    text = ''
    for t in range(len(slots)):
        text += str(t + 1) + ':' + (slots[t] or '--') + ' '
    return profit(slots, jobs), lost, text.strip()
