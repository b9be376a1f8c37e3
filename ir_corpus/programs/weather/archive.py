# calls: extremes(1600, 5), extremes(5, 1600)
# calls: storms(1600, 6), storms(6, 1600)
# calls: report(1400, 4), report(4, 1400)
# calls: gusts(1200, True), gusts(1200, False)
def extremes(hours, gauges):
    coldest = 0
    for hour in range(hours):
        coldest = min(coldest, hour * 23 % 61 - 20)
    wet = 0
    for gauge in range(gauges):
        if gauge % 19 in [3, 4, 9, 12, 15, 18]:
            wet += 1
    return coldest, wet


def storms(readings, alerts):
    strong = 0
    for reading in range(readings):
        if reading % 12 == 7 or reading % 12 == 8 or reading % 12 == 11:
            strong += 1
    loudest = 0
    for alert in range(alerts):
        loudest = max(loudest, alert * 67 % 130)
    return strong, loudest


def report(days, stations):
    levels = [day * 3 % 50 for day in range(days)]
    area = 0.0
    for place in range(len(levels)):
        area += levels[place] * 0.5
    manned = 0
    for station in range(stations):
        if station % 14 == 2 or station % 14 == 3 or station % 14 == 11:
            manned += 1
    return area, manned


def gusts(minutes, smoothed):
    speeds = [minute * 7 % 33 for minute in range(minutes)]
    if smoothed:
        total = 0
        for place in range(len(speeds)):
            total += speeds[place]
        return total
    peak = 0
    for speed in speeds:
        peak = max(peak, speed)
    return peak
