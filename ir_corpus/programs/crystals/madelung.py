# calls: madelung(3), energies([2.2, 2.5, 2.8, 3.1], 2)
def sign(i, j, k):
    if (i + j + k) % 2 == 0:
        return 1
    return -1


def weight(i, shell):
    # ions on a face of the cube count for half
    return 0.5 if abs(i) == shell else 1.0


def madelung(shell):
    total = 0.0
    for i in range(-shell, shell + 1):
        for j in range(-shell, shell + 1):
            for k in range(-shell, shell + 1):
                if (i, j, k) == (0, 0, 0):
                    continue
                part = weight(i, shell) * weight(j, shell) * weight(k, shell)
                total += sign(i, j, k) * part / (i ** 2 + j ** 2 + k ** 2) ** 0.5
    return -total


def energies(distances, shell):
    lowest = None
    curve = []
    for r in distances:
        attraction = -14.4 * madelung(shell) / r
        repulsion = 1200.0 / r ** 9
        energy = attraction + repulsion
        curve.append((r, round(energy, 3)))
        if lowest is None or energy < lowest[1]:
            lowest = (r, energy)
    return curve, lowest
