# calls: alignments([0.2408, 0.6152, 1.0, 1.8808, 11.862], [0.2, 1.4, 0.0, 2.9, 4.4], 3.0, 0.02, 0.35)
# calls: alignments([1.0, 2.0], [0.0, 1.0], 20.0, 0.05, 0.1)
TAU = 6.283185307179586


def longitude(period, start, t):
    return (start + TAU * t / period) % TAU


def gap(a, b):
    d = abs(a - b)
    return min(d, TAU - d)


def alignments(periods, starts, years, step, width):
    events = []
    t = 0.0
    inside = False
    tightest = TAU
    best_time = None
    while t < years:
        angles = []
        for k in range(len(periods)):
            angles.append(longitude(periods[k], starts[k], t))
        widest = 0.0
        for i in range(1, len(angles)):
            widest = max(widest, gap(angles[i], angles[i - 1]))
        pairs = 0
        for i in range(len(angles)):
            for j in range(i):
                if gap(angles[i], angles[j]) < width:
                    pairs += 1
        if pairs >= 2 and not inside:
            events.append((round(t, 2), pairs))
            inside = True
        elif pairs < 2:
            inside = False
        if widest < tightest:
            tightest = widest
            best_time = t
        t += step
    return len(events), events[:3], best_time
