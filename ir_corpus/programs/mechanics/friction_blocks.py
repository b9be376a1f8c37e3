# calls: study([{'mass': 1.0 + i % 4, 'mu': 0.2 + i % 5 * 0.1, 'name': 'b%d' % i} for i in range(40)], 12)
import math


def slides(block, angle):
    return math.tan(angle) > block['mu']


def acceleration(block, angle, g=9.81):
    if not slides(block, angle):
        return 0.0
    return g * (math.sin(angle) - block['mu'] * math.cos(angle))


def study(blocks, angles):
    table = []
    movers = set()
    for k in range(angles):
        angle = math.pi / 4 * k / angles
        row = []
        pull = 0.0
        for block in blocks:
            a = acceleration(block, angle, g=9.81)
            if a > 0.0:
                movers.add(block['name'])
            pull += block['mass'] * a
            row.append(round(a, 3))
        table.append((pull, max(row)))
    still = []
    for block in blocks:
        if block['name'] not in movers:
            still.append(block['name'])
    first = None
    for i in range(len(table)):
        if table[i][0] > 0 and first is None:
            first = i
    return table[-1], still, first
