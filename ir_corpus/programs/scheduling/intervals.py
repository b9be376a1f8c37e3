# calls: choose([(i * 13 % 60, i * 13 % 60 + i % 9 + 1) for i in range(60)])
def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def choose(spans):
    ordered = sorted(spans, key=lambda span: span[1])
    chosen = []
    for span in ordered:
        free = True
        for other in chosen:
            if overlaps(span, other):
                free = False
        if free:
            chosen.append(span)
    busy = 0
    for span in chosen:
        busy += span[1] - span[0]
    return chosen, busy
