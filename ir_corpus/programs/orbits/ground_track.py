# calls: passes(51.6, 92.7, [('oslo', 59.9, 10.7), ('rome', 41.9, 12.5), ('lima', -12.0, -77.0), ('cape', -33.9, 18.4)], 300)
# calls: passes(98.0, 101.0, [('pole', 89.0, 0.0)], 100)
import math


def wrap(longitude):
    while longitude > 180:
        longitude -= 360
    while longitude < -180:
        longitude += 360
    return longitude


def subpoint(inclination, period, minute):
    phase = 2 * math.pi * minute / period
    i = math.radians(inclination)
    lat = math.degrees(math.asin(math.sin(i) * math.sin(phase)))
    lon = math.degrees(math.atan2(math.cos(i) * math.sin(phase), math.cos(phase)))
    return lat, wrap(lon - minute * 360 / 1436)


def passes(inclination, period, stations, minutes):
    log = {}
    highest = 0.0
    for minute in range(minutes):
        lat, lon = subpoint(inclination, period, minute)
        highest = max(highest, abs(lat))
        for station in stations:
            if abs(lat - station[1]) < 12 and abs(wrap(lon - station[2])) < 18:
                if station[0] not in log:
                    log[station[0]] = []
                log[station[0]].append(minute)
    contacts = {}
    for name in log.keys():
        count = 1
        for i in range(1, len(log[name])):
            if log[name][i] - log[name][i - 1] > 1:
                count += 1
        contacts[name] = count
    return contacts, round(highest, 3)
