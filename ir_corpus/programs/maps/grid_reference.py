# calls: convert(['SU 387 148', 'TQ 30 80', 'NT2573', 'HP 6 1', 'SX 48765 54321', 'ZZ 1 1', 'SU 38 1', 'IJ 11 11'] * 12), convert(['SV 00 00'])
import math

LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'


def square_origin(pair):
    if len(pair) != 2 or pair[0] not in LETTERS or pair[1] not in LETTERS:
        return None
    big = LETTERS.index(pair[0])
    small = LETTERS.index(pair[1])
    east = (big % 5 - 2) * 500 + (small % 5) * 100
    north = (3 - big // 5) * 500 + (4 - small // 5) * 100
    return east, north


def parse(reference):
    packed = ''.join(reference.split())
    origin = square_origin(packed[:2])
    digits = packed[2:]
    if origin is None:
        raise ValueError('letters')
    if not digits.isdigit() or len(digits) % 2 == 1:
        raise ValueError('digits')
    half = len(digits) // 2
    size = 10 ** (5 - half)
    east = origin[0] * 1000 + int(digits[:half]) * size
    north = origin[1] * 1000 + int(digits[half:]) * size
    return east, north, size


def convert(references):
    points = []
    errors = {}
    for reference in references:
        try:
            east, north, size = parse(reference)
            points.append((east + size / 2, north + size / 2))
        except ValueError as problem:
            errors[str(problem)] = errors.get(str(problem), 0) + 1
    walk = 0.0
    for k in range(1, len(points)):
        walk += math.hypot(points[k][0] - points[k - 1][0], points[k][1] - points[k - 1][1])
    box = [min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)]
    return round(walk / 1000, 3), box, errors
