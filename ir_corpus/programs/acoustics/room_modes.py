# calls: crowded(5.2, 4.1, 2.6, 130.0)
# calls: crowded(9.0, 6.0, 3.0, 75.0), crowded(3.0, 3.0, 3.0, 200.0)
SPEED = 343.0


def axial(nx, ny, nz):
    return [nx, ny, nz].count(0) == 2


def frequency(dims, n):
    total = 0.0
    for i in range(3):
        total += (n[i] / dims[i]) ** 2
    return SPEED / 2 * total ** 0.5


def crowded(length, width, height, limit):
    dims = (length, width, height)
    found = []
    most = int(limit * 2 * max(dims) / SPEED) + 1
    for nx in range(most + 1):
        for ny in range(most + 1):
            for nz in range(most + 1):
                if nx == 0 and ny == 0 and nz == 0:
                    continue
                f = frequency(dims, (nx, ny, nz))
                if f < limit:
                    kind = 'axial' if axial(nx, ny, nz) else 'other'
                    found.append((f, kind, (nx, ny, nz)))
    found.sort(key=lambda m: m[0])
    doubles = []
    for i in range(1, len(found)):
        if found[i][0] - found[i - 1][0] < 1.0:
            doubles.append((found[i - 1][2], found[i][2]))
    axials = 0
    for mode in found:
        if mode[1] == 'axial':
            axials += 1
    return len(found), axials, doubles
