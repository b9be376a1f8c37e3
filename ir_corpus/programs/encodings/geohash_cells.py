# calls: near([(52.5 + i * 0.013, 13.4 - i * 0.021) for i in range(14)], 6)
BASE32 = '0123456789bcdefghjkmnpqrstuvwxyz'


def middle(low, high):
    return (low + high) / 2


def encode(latitude, longitude, length):
    south, north = -90.0, 90.0
    west, east = -180.0, 180.0
    code = ''
    bits = 0
    value = 0
    even = True
    while len(code) < length:
        if even:
            if longitude >= middle(west, east):
                value = value * 2 + 1
                west = middle(west, east)
            else:
                value = value * 2
                east = middle(west, east)
        else:
            if latitude >= middle(south, north):
                value = value * 2 + 1
                south = middle(south, north)
            else:
                value = value * 2
                north = middle(south, north)
        even = not even
        bits += 1
        if bits == 5:
            code += BASE32[value]
            bits = 0
            value = 0
    return code


def common(a, b):
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def near(points, length):
    codes = [encode(p[0], p[1], length) for p in points]
    pairs = []
    for i in range(len(codes)):
        for j in range(i + 1, len(codes)):
            if common(codes[i], codes[j]) >= 4:
                pairs.append((i, j, common(codes[i], codes[j])))
    return codes, sorted(pairs, key=lambda p: p[2], reverse=True)[:5]
