# calls: watch([18.0 + (i * 37 % 50) / 10 for i in range(330)], [48 + (i * 11 % 23) - i // 40 for i in range(330)], (18.5, 22.0), (45, 60)), watch([20.0], [50], (18, 22), (45, 60))
from math import log


def dew_point(t, rh):
    a, b = 17.62, 243.12
    g = log(max(rh, 1) / 100) + a * t / (b + t)
    return b * g / (a - g)


def outside(value, band):
    if value < band[0]:
        return band[0] - value
    elif value > band[1]:
        return value - band[1]
    else:
        return 0


def moving(values, i, width):
    low = i - width + 1
    if low < 0:
        low = 0
    part = values[low:i + 1]
    return sum(part) / len(part)


def watch(temperatures, humidities, t_band, h_band):
    alarms = []
    state = 'calm'
    since = 0
    degree_hours = 0
    for i in range(len(temperatures)):
        t = moving(temperatures, i, 6)
        h = moving(humidities, i, 12)
        bad = outside(t, t_band) > 0 or outside(h, h_band) > 0
        degree_hours += outside(t, t_band)
        if state == 'calm' and bad:
            state = 'watch'
            since = i
        elif state == 'watch' and not bad:
            state = 'calm'
        elif state == 'watch' and i - since >= 5:
            state = 'alarm'
            alarms.append((since, round(dew_point(t, h), 2)))
        elif state == 'alarm' and not bad:
            state = 'calm'
            alarms.append((i, 'over'))
    return alarms, state, round(degree_hours, 3)
