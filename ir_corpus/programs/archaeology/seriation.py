# calls: seriate([[max(0, 20 - abs(g * 5 % 13 - 2 * k) * 6) for k in range(7)] for g in range(13)]), seriate([[1, 0], [0, 1]])
import math


def percentages(row):
    total = sum(row)
    if total == 0:
        return [0.0 for v in row]
    return [100.0 * v / total for v in row]


def robinson(p, q):
    difference = 0.0
    for k in range(len(p)):
        difference += abs(p[k] - q[k])
    return 200.0 - difference


def seriate(graves):
    profiles = [percentages(row) for row in graves]
    n = len(profiles)
    similarity = [[robinson(profiles[i], profiles[j]) for j in range(n)] for i in range(n)]
    weakest = min(range(n), key=lambda i: sum(similarity[i]))
    order = [weakest]
    while len(order) < n:
        best = -1
        for j in range(n):
            if j in order:
                continue
            if best < 0 or similarity[order[-1]][j] > similarity[order[-1]][best]:
                best = j
        order.append(best)
    stress = 0.0
    for a, b in zip(order, order[1:]):
        stress += math.sqrt(200.0 - similarity[a][b])
    return order, round(stress, 5)
