# calls: compare([i * 40 + (i * i % 5) * 90 for i in range(180)], 120), compare([0, 10, 20, 500], 100), compare([], 5)
def debounce(times, quiet):
    fired = []
    pending = None
    for t in times:
        if pending is not None and t - pending >= quiet:
            fired.append(pending + quiet)
        pending = t
    if pending is not None:
        fired.append(pending + quiet)
    return fired


def throttle(times, gap):
    fired = []
    trailing = None
    for t in times:
        if trailing is not None and t >= fired[-1] + gap:
            fired.append(fired[-1] + gap)
            trailing = None
        if not fired or t >= fired[-1] + gap:
            fired.append(t)
        else:
            trailing = t
    if trailing is not None:
        fired.append(fired[-1] + gap)
    return fired


def bursts(times, gap):
    groups = []
    for t in times:
        if len(groups) > 0 and t - groups[-1][-1] < gap:
            groups[-1] = groups[-1] + [t]
        else:
            groups = groups + [[t]]
    return groups


def lag(times, fired):
    worst = 0
    for t in times:
        later = [f for f in fired if f >= t]
        if later:
            worst = max(worst, later[0] - t)
    return worst


def compare(times, gap):
    times = sorted(times)
    a = debounce(times, gap)
    b = throttle(times, gap)
    groups = bursts(times, gap)
    sizes = [len(g) for g in groups]
    return (len(a), lag(times, a)), (len(b), lag(times, b)), len(groups), max(sizes, default=0), a == [g[-1] + gap for g in groups]
