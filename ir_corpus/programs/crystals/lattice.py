# calls: coordination([(0.0, 0.0, 0.0), (0.5, 0.5, 0.0), (0.5, 0.0, 0.5), (0.0, 0.5, 0.5)], 4.05, 2, 2.95)
import math


def supercell(basis, repeat):
    atoms = []
    for i in range(repeat):
        for j in range(repeat):
            for k in range(repeat):
                for x, y, z in basis:
                    atoms.append((x + i, y + j, z + k))
    return atoms


def distance(a, b, edge):
    return edge * math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2)


def coordination(basis, edge, repeat, cutoff):
    atoms = supercell(basis, repeat)
    counts = [0] * len(atoms)
    shortest = None
    for i in range(len(atoms)):
        for j in range(len(atoms)):
            if i == j:
                continue
            d = distance(atoms[i], atoms[j], edge)
            if d < cutoff:
                counts[i] += 1
            if shortest is None or d < shortest:
                shortest = d
    return max(counts), round(shortest, 4), sum(counts) / len(counts)
