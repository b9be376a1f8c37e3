# calls: judge([i * 2 + i * i % 7 for i in range(230)], [(10, 4), (60, 20)]), judge([5, 5, 5, 5], [(1, 2)]), judge([], [(1, 1)])
def drop_old(times, now, width):
    while times and times[0] <= now - width:
        times.pop(0)


def allowed(times, now, width, most):
    count = 0
    for t in times:
        if t > now - width:
            count += 1
    return count < most


def judge(arrivals, rules):
    longest = max(width for width, most in rules)
    kept = []
    blame = {}
    streak = 0
    worst = 0
    for now in sorted(arrivals):
        drop_old(kept, now, longest)
        ok = True
        for width, most in rules:
            if not allowed(kept, now, width, most):
                blame[width] = blame.get(width, 0) + 1
                ok = False
        if ok:
            kept.append(now)
            streak = 0
        else:
            streak += 1
            worst = max(worst, streak)
    return len(kept), kept[-3:], sorted(blame.items()), worst
