# calls: translate([(10 + i * 37 % 340, 0.4 + i % 17 * 0.15, 480 + i * 4) for i in range(110)], 49.5), translate([(0, 1.0, 720)], 30.0)
from math import asin, atan2, cos, degrees, hypot, radians, sin


def sun_azimuth(minutes, latitude):
    hour = radians((minutes - 720) / 4)
    decl = radians(18.0)
    lat = radians(latitude)
    height = asin(sin(lat) * sin(decl) + cos(lat) * cos(decl) * cos(hour))
    y = -cos(decl) * sin(hour)
    x = sin(decl) * cos(lat) - cos(decl) * sin(lat) * cos(hour)
    return degrees(atan2(y, x)) % 360, degrees(height)


def distance(seconds):
    if seconds < 0.5:
        return seconds * 600
    return 300 + (seconds - 0.5) * 1000


def cluster(spots, radius):
    groups = []
    for x, y in spots:
        for group in groups:
            cx = sum(p[0] for p in group) / len(group)
            cy = sum(p[1] for p in group) / len(group)
            if hypot(x - cx, y - cy) <= radius:
                group.append((x, y))
                break
        else:
            groups.append([(x, y)])
    return groups


def compass(x, y):
    names = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']
    return names[int((degrees(atan2(x, y)) % 360 + 22.5) / 45) % 8]


def translate(dances, latitude):
    spots = []
    for angle, seconds, minutes in dances:
        azimuth, height = sun_azimuth(minutes, latitude)
        bearing = radians((azimuth + angle) % 360)
        d = distance(seconds)
        spots.append((d * sin(bearing), d * cos(bearing)))
    groups = sorted(cluster(spots, 450), key=len, reverse=True)
    answer = []
    for group in groups:
        if len(group) > 1 or len(spots) == 1:
            x = sum(p[0] for p in group) / len(group)
            y = sum(p[1] for p in group) / len(group)
            answer.append((len(group), round(hypot(x, y)), compass(x, y)))
    return answer[:8], len(groups)
