# calls: report({n: (n % 9 * 1.5, n // 9 * 2.0 + (n % 2) * 0.3) for n in range(54)}, [(i, i + d) for i in range(40) for d in (1, 9, 10)], 'steel')
import math

DENSITIES = {'steel': 7850.0, 'oak': 720.0, 'aluminium': 2700.0}


def length(nodes, member):
    ax, ay = nodes[member[0]]
    bx, by = nodes[member[1]]
    return math.hypot(bx - ax, by - ay)


def direction(nodes, member):
    a = nodes[member[0]]
    b = nodes[member[1]]
    return ((b[0] - a[0]) / length(nodes, member), (b[1] - a[1]) / length(nodes, member))


def report(nodes, members, material):
    weight = 0.0
    upright = []
    degree = {}
    longest = None
    for member in members:
        weight += length(nodes, member) * DENSITIES[material] * 0.0012
        cosine, sine = direction(nodes, member)
        if abs(cosine) < 0.2:
            upright.append(member)
        for node in member:
            if node not in degree:
                degree[node] = 0
            degree[node] += 1
        if longest is None or length(nodes, member) > length(nodes, longest):
            longest = member
    loose = [n for n in nodes.keys() if n not in degree]
    return round(weight, 3), len(upright), longest, loose, max(degree.values())
