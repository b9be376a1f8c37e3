# calls: symmetries([(0, 0), (1, 0), (1, 1), (0, 1)], 2), symmetries([(x, x * x % 4) for x in range(4)] + [(3, 0), (2, 1)], 4), classify([[(x, (x * k) % 6) for x in range(6)] for k in range(6)], 6), classify([[(0, 0), (2, 2)], [(0, 1), (1, 0), (1, 2), (2, 1)], [(0, 0), (0, 1)]], 3)
def rotate(points, size):
    return [(size - 1 - y, x) for x, y in points]


def mirror(points, size):
    return [(size - 1 - x, y) for x, y in points]


def same(a, b):
    for p in a:
        if p not in b:
            return False
    return len(a) == len(b)


def symmetries(points, size):
    names = []
    current = points
    for quarter in range(4):
        if same(current, points):
            names.append('r' + str(quarter * 90))
        if same(mirror(current, size), points):
            names.append('m' + str(quarter * 45))
        current = rotate(current, size)
    return names


def classify(patterns, size):
    groups = {}
    for i in range(len(patterns)):
        key = ' '.join(symmetries(patterns[i], size))
        if key not in groups:
            groups[key] = []
        groups[key].append(i)
    ranked = sorted(groups.items(), key=lambda entry: len(entry[1]), reverse=True)
    return [(key.count('r'), key.count('m'), members) for key, members in ranked]
