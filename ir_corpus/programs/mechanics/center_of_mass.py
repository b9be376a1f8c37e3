# calls: summarize([[(i * 7 % 13) / 2, (i * 5 % 11) / 3, i % 4 * 1.0, 1 + i % 3 * 0.5] for i in range(140)])
# calls: summarize([[1.0, 2.0, 0.5, 4.0], [0.0, -2.0, 1.5, 1.0], [3.0, 3.0, 3.0, 2.0]])
def centroid(parts):
    mass = sum([part[3] for part in parts])
    centre = []
    for axis in range(3):
        moment = 0.0
        for part in parts:
            moment += part[axis] * part[3]
        centre.append(moment / mass)
    return centre


def inertia_tensor(parts, centre):
    tensor = []
    for _ in range(3):
        tensor.append([0.0 for _ in range(3)])
    for part in parts:
        r = []
        for axis in range(3):
            r.append(part[axis] - centre[axis])
        square = r[0] * r[0] + r[1] * r[1] + r[2] * r[2]
        for i in range(3):
            for j in range(3):
                if i == j:
                    tensor[i][j] += part[3] * (square - r[i] * r[j])
                else:
                    tensor[i][j] -= part[3] * r[i] * r[j]
    return tensor


def summarize(parts):
    centre = centroid(parts)
    tensor = inertia_tensor(parts, centre)
    trace = 0.0
    for i in range(len(tensor)):
        trace += tensor[i][i]
    symmetric = all(tensor[i][j] == tensor[j][i] for i in range(3) for j in range(3))
    farthest = max(parts, key=lambda p: (p[0] - centre[0]) ** 2 + (p[1] - centre[1]) ** 2)
    return centre, trace, symmetric, farthest
