# calls: drain([(t * 6, 100 - t * 3 % 97, 'screen' if t % 4 < 2 else 'idle') for t in range(200)]), drain([(0, 50, 'idle'), (10, 50, 'idle')])
def is_charging(samples, i):
    return samples[i + 1][1] > samples[i][1]


def rate(a, b):
    return (a[1] - b[1]) * 60.0 / (b[0] - a[0])


def drain(samples):
    lost = {}
    minutes = {}
    charges = []
    was_charging = False
    for i in range(len(samples) - 1):
        if is_charging(samples, i):
            if not was_charging:
                charges.append([samples[i][0], samples[i][1], samples[i + 1][1]])
            else:
                charges[-1][2] = samples[i + 1][1]
            was_charging = True
            continue
        was_charging = False
        mode = samples[i][2]
        if mode not in lost:
            lost[mode] = 0
            minutes[mode] = 0
        lost[mode] += samples[i][1] - samples[i + 1][1]
        minutes[mode] += samples[i + 1][0] - samples[i][0]
    per_hour = {}
    for mode in lost:
        per_hour[mode] = round(lost[mode] * 60.0 / minutes[mode], 2)
    fastest = 0.0
    for i in range(len(samples) - 1):
        if not is_charging(samples, i) and rate(samples[i], samples[i + 1]) > fastest:
            fastest = rate(samples[i], samples[i + 1])
    low = min([s[1] for s in samples])
    return per_hour, charges, fastest, low
