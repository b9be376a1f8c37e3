# calls: nearest_cities({'C%d' % i: (i * 47 % 170 - 85, i * 101 % 360 - 180) for i in range(26)}), nearest_cities({'n': (90, 0), 's': (-90, 0)})
from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH = 6371.0
POINTS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW']


def distance(a, b):
    lat1, lon1 = radians(a[0]), radians(a[1])
    lat2, lon2 = radians(b[0]), radians(b[1])
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(h)))


def bearing(a, b):
    lat1, lat2 = radians(a[0]), radians(b[0])
    dlon = radians(b[1] - a[1])
    y = sin(dlon) * cos(lat2)
    x = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(dlon)
    return degrees(atan2(y, x)) % 360


def compass(angle):
    return POINTS[int((angle + 22.5) // 45) % 8]


def nearest_cities(cities):
    rows = {}
    for name in cities:
        others = [o for o in cities if o != name]
        close = min(others, key=lambda o: distance(cities[name], cities[o]))
        far = max(others, key=lambda o: distance(cities[name], cities[o]))
        rows[name] = (close, round(distance(cities[name], cities[close])), compass(bearing(cities[name], cities[close])), far)
    mutual = [n for n in rows if rows[rows[n][0]][0] == n]
    return rows, mutual
