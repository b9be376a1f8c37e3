# calls: calendar(2451550.1, 540), calendar(2460000.0, 40)
SYNODIC = 29.530588853
NAMES = ['new', 'crescent', 'quarter', 'gibbous', 'full', 'gibbous', 'quarter', 'crescent']


def age(julian):
    return (julian - 2451550.1) % SYNODIC


def name(julian):
    return NAMES[int(age(julian) / SYNODIC * 8 + 0.5) % 8]


def calendar(start, days):
    streaks = []
    previous = ''
    totals = {}
    for day in range(days):
        current = name(start + day)
        totals[current] = totals.get(current, 0) + 1
        if current == previous:
            streaks[-1][1] += 1
        else:
            streaks.append([current, 1])
        previous = current
    fulls = []
    clock = 0
    for phase, length in streaks:
        if phase == 'full':
            fulls.append(clock + length // 2)
        clock += length
    gaps = []
    for i in range(1, len(fulls)):
        gaps.append(fulls[i] - fulls[i - 1])
    blue = any(fulls[i] // 30 == fulls[i + 1] // 30 for i in range(len(fulls) - 1))
    return totals, gaps[:3], blue, max(streaks, key=lambda s: s[1])
