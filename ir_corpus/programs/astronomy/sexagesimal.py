# calls: separations(['%02d:%02d:%02d' % (i % 24, i * 7 % 60, i * 13 % 60) for i in range(30)], ['%s%02d:%02d:00' % ('-+'[i % 2], i * 3 % 90, i % 60) for i in range(30)], 12.0)
import math


def parse(text):
    sign = 1
    if text[0] == '-':
        sign = -1
    if text[0] in '+-':
        text = text[1:]
    value = 0.0
    scale = 1.0
    for part in text.split(':'):
        value += int(part) / scale
        scale *= 60
    return sign * value


def separation(ra1, dec1, ra2, dec2):
    cosine = math.sin(math.radians(dec1)) * math.sin(math.radians(dec2))
    cosine += math.cos(math.radians(dec1)) * math.cos(math.radians(dec2)) * math.cos(math.radians(ra1 - ra2))
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def separations(hours, degrees, limit):
    pairs = []
    for i in range(len(hours)):
        for j in range(i + 1, len(hours)):
            angle = separation(parse(hours[i]) * 15, parse(degrees[i]), parse(hours[j]) * 15, parse(degrees[j]))
            if angle < limit:
                pairs.append((i, j, round(angle, 3)))
    return pairs
