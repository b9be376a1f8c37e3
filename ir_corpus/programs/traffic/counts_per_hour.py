# calls: profile([(i * 41 % 86400, ['car', 'bus', 'bike', 'truck'][i % 11 % 4]) for i in range(900)], 'car')
# calls: profile([(3600 * h, 'bus') for h in range(24)], 'bike')
def hour_of(second):
    return second // 3600


def profile(passings, kind):
    hours = [0] * 24
    kinds = {}
    for p in passings:
        second = p[0]
        kinds[p[1]] = kinds[p[1]] + 1 if p[1] in kinds else 1
        if p[1] == kind:
            hours[hour_of(second)] += 1
    running = []
    so_far = 0
    for h in range(24):
        so_far += hours[h]
        running.append(so_far)
    half = None
    for h in range(24):
        if running[h] * 2 >= so_far:
            half = h
            break
    bars = []
    top = max(hours)
    for h in range(len(hours)):
        width = hours[h] * 40 // top if top > 0 else 0
        bar = ''
        for _ in range(width):
            bar += '#'
        bars.append(str(h).rjust(2) + ' ' + bar)
    return '\n'.join(bars), half, kinds
