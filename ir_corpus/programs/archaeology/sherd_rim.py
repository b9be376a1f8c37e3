# calls: rim_survey([[(12 * k / 10 % 3 + i, (i * i + k) % 7 + 0.5 * i) for i in range(3)] for k in range(60)], 2.5)
# calls: rim_survey([[(0, 0), (1, 1), (2, 2)], [(3, 4), (-3, 4), (0, -5)]], 1)
def circle_through(a, b, c):
    d = 2 * (a[0] * (b[1] - c[1]) + b[0] * (c[1] - a[1]) + c[0] * (a[1] - b[1]))
    if abs(d) < 1e-9:
        return None
    sa = a[0] ** 2 + a[1] ** 2
    sb = b[0] ** 2 + b[1] ** 2
    sc = c[0] ** 2 + c[1] ** 2
    x = (sa * (b[1] - c[1]) + sb * (c[1] - a[1]) + sc * (a[1] - b[1])) / d
    y = (sa * (c[0] - b[0]) + sb * (a[0] - c[0]) + sc * (b[0] - a[0])) / d
    return x, y, ((a[0] - x) ** 2 + (a[1] - y) ** 2) ** 0.5


def vessel_kind(diameter):
    if diameter < 6:
        return 'cup'
    elif diameter < 14:
        return 'bowl'
    elif diameter < 30:
        return 'jar'
    return 'storage'


def rim_survey(sherds, scale):
    kinds = {'cup': 0, 'bowl': 0, 'jar': 0, 'storage': 0}
    straight = 0
    largest = 0.0
    for points in sherds:
        result = circle_through(points[0], points[1], points[2])
        if result is None:
            straight = straight + 1
        else:
            diameter = 2 * result[2] * scale
            kinds[vessel_kind(diameter)] = kinds[vessel_kind(diameter)] + 1
            if diameter > largest:
                largest = diameter
    eve = 0.0
    for kind in kinds:
        eve = eve + kinds[kind] / (straight + len(sherds))
    return kinds, straight, round(largest, 4), round(eve, 4)
