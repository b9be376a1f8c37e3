# calls: achromat([0.40 + i * 0.004 for i in range(90)], 'BK7', 'F2')
GLASS = {
    'BK7': [(1.03961212, 0.00600069867), (0.231792344, 0.0200179144), (1.01046945, 103.560653)],
    'F2': [(1.34533359, 0.00997743871), (0.209073176, 0.0470450767), (0.937357162, 111.886764)],
    'SF10': [(1.62153902, 0.0122241457), (0.256287842, 0.0595736775), (1.64447552, 147.468793)],
}


def index(glass, um):
    square = 1.0
    for b, c in GLASS[glass]:
        square += b * um ** 2 / (um ** 2 - c)
    return square ** 0.5


def abbe(glass):
    return (index(glass, 0.5876) - 1) / (index(glass, 0.4861) - index(glass, 0.6563))


def achromat(wavelengths, crown, flint):
    v1 = abbe(crown)
    v2 = abbe(flint)
    rows = []
    for um in wavelengths:
        p1 = v1 / (v1 - v2) * (index(crown, um) - 1) / (index(crown, 0.5876) - 1)
        p2 = v2 / (v1 - v2) * (index(flint, um) - 1) / (index(flint, 0.5876) - 1)
        rows.append((um, p1 - p2))
    lowest = rows[0]
    highest = rows[0]
    for row in rows:
        if row[1] < lowest[1]:
            lowest = row
        if row[1] > highest[1]:
            highest = row
    return lowest, highest, highest[1] - lowest[1]
