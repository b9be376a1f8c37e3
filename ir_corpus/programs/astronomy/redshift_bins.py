# calls: bin_galaxies([(i * 73 % 500 / 100, 14 + i * 31 % 90 / 10) for i in range(500)], 0.5)
# calls: bin_galaxies([(0.1, 15.0), (0.11, 16.0)], 0.05)
from math import sqrt


def velocity(z, c=299792.458):
    factor = (1 + z) * (1 + z)
    return c * (factor - 1) / (factor + 1)


def lookback(z, steps=20):
    total = 0.0
    dz = z / steps
    for k in range(steps):
        x = dz * (k + 0.5)
        total += dz / ((1 + x) * sqrt(0.3 * (1 + x) ** 3 + 0.7))
    return 13.97 * total


def bin_galaxies(galaxies, width):
    bins = {}
    for z, magnitude in galaxies:
        number = int(z / width)
        if number in bins:
            bins[number].append((z, magnitude))
        else:
            bins[number] = [(z, magnitude)]
    rows = []
    for number in sorted(bins):
        members = bins[number]
        faintest = members[0][1]
        sum_v = 0.0
        for i in range(len(members)):
            if members[i][1] > faintest:
                faintest = members[i][1]
            sum_v += velocity(members[i][0])
        centre = (number + 0.5) * width
        rows.append((number, len(members), faintest, round(sum_v / len(members)), round(lookback(centre), 3)))
    return rows
