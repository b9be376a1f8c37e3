# calls: grow_and_score([(i % 9, i * 5 % 7, (i % 9) * 2 + (i * 5 % 7 > 3) * 10) for i in range(36)], 3)
# calls: grow_and_score([(float(i), 0.0, 1.0 if i > 5 else 2.0) for i in range(12)], 2)
def mean(rows):
    return sum(row[2] for row in rows) / len(rows)


def spread(rows):
    middle = mean(rows)
    total = 0.0
    for row in rows:
        total += (row[2] - middle) ** 2
    return total


def best_split(rows):
    best = None
    for column in range(2):
        cuts = []
        for row in rows:
            if row[column] not in cuts:
                cuts.append(row[column])
        for cut in cuts:
            left = [row for row in rows if row[column] <= cut]
            right = [row for row in rows if row[column] > cut]
            if len(left) == 0 or len(right) == 0:
                continue
            cost = spread(left) + spread(right)
            if best is None or cost < best[0]:
                best = (cost, column, cut, left, right)
    return best


def grow(rows, depth):
    found = best_split(rows)
    if depth == 0 or found is None or len(rows) < 4:
        return mean(rows)
    return (found[1], found[2], grow(found[3], depth - 1), grow(found[4], depth - 1))


def grow_and_score(rows, depth):
    tree = grow(rows, depth)
    error = 0.0
    for row in rows:
        node = tree
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        error += abs(node - row[2])
    return error / len(rows)
