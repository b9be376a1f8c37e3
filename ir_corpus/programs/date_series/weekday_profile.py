# calls: profile([(2021, 1 + i // 28, 1 + i % 28, (i * 29) % 23 + i % 7) for i in range(330)]), profile([(2000, 2, 29, 1), (1999, 12, 31, 5)])
NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
SHIFT = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]


def weekday(y, m, d):
    if m < 3:
        y -= 1
    return (y + y // 4 - y // 100 + y // 400 + SHIFT[m - 1] + d + 6) % 7


def profile(visits):
    boxes = [[] for _ in NAMES]
    for y, m, d, n in visits:
        boxes[weekday(y, m, d)].append(n)
    overall = sum(v[3] for v in visits) / len(visits)
    factors = {}
    for name, box in zip(NAMES, boxes):
        if box:
            factors[name] = sum(box) / len(box) / overall
    adjusted = []
    for y, m, d, n in visits:
        f = factors[NAMES[weekday(y, m, d)]]
        adjusted.append(n / f if f else 0.0)
    outliers = [v[:3] for v, a in zip(visits, adjusted) if a > 2 * overall]
    weekend = sum(len(boxes[k]) for k in (5, 6))
    return {k: round(v, 3) for k, v in factors.items()}, outliers, weekend
