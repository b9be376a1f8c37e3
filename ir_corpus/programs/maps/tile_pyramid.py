# calls: cover(5.9, 45.8, 10.5, 47.8, 9), cover(-180.0, -80.0, 180.0, 80.0, 2)
from math import cos, floor, log, pi, radians, tan


def tile_at(lon, lat, zoom):
    n = 2 ** zoom
    x = int(floor((lon + 180.0) / 360.0 * n))
    r = radians(lat)
    y = int(floor((1 - log(tan(r) + 1 / cos(r)) / pi) / 2 * n))
    return min(n - 1, max(0, x)), min(n - 1, max(0, y))


def quadkey(x, y, zoom):
    key = ''
    for i in range(zoom, 0, -1):
        digit = 0
        mask = 1 << (i - 1)
        if x & mask:
            digit += 1
        if y & mask:
            digit += 2
        key += str(digit)
    return key


def shared_prefix(keys):
    prefix = keys[0]
    for key in keys:
        while not key.startswith(prefix):
            prefix = prefix[:-1]
    return prefix


def cover(west, south, east, north, deepest):
    counts = []
    keys = []
    for zoom in range(1, deepest + 1):
        left, top = tile_at(west, north, zoom)
        right, bottom = tile_at(east, south, zoom)
        level = [quadkey(x, y, zoom) for y in range(top, bottom + 1) for x in range(left, right + 1)]
        counts.append((zoom, len(level), right - left + 1))
        keys += level
    return counts, shared_prefix(level), max(keys, key=lambda k: (k.count('1'), k)), len(''.join(keys))
