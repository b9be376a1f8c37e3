# calls: coefficients([(None, None), (None, None), (0, 1), (0, 1), (2, 3), (2, 4), (5, 3), (6, 5), (7, 6), (8, 5), (9, 2), (10, 7), (11, 8)]), coefficients([(None, None)])
def kin(parents, a, b):
    if a is None or b is None:
        return 0.0
    if a == b:
        father, mother = parents[a]
        return 0.5 * (1 + kin(parents, father, mother))
    if a < b:
        a, b = b, a
    father, mother = parents[a]
    return 0.5 * (kin(parents, father, b) + kin(parents, mother, b))


def coefficients(parents):
    values = []
    for child in range(len(parents)):
        father, mother = parents[child]
        values.append(kin(parents, father, mother))
    highest = max(values)
    return values, values.index(highest), sum(values) / len(values)
