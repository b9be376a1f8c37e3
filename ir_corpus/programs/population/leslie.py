# calls: project([[0.0, 1.2, 1.1, 0.3], [0.5, 0.0, 0.0, 0.0], [0.0, 0.7, 0.0, 0.0], [0.0, 0.0, 0.4, 0.0]], [100, 40, 20, 5], 40)
# calls: project([[0.5, 2.0], [0.3, 0.0]], [10, 10], 100), project([[0.1, 0.2], [0.2, 0.0]], [3, 1], 50)
def multiply(matrix, vector):
    result = []
    for row in matrix:
        s = 0
        for j in range(len(vector)):
            s += row[j] * vector[j]
        result.append(s)
    return result


def shares(vector):
    total = sum(vector)
    if total == 0:
        return vector
    return [v / total for v in vector]


def settled(old, new):
    return all(abs(a - b) < 1e-9 for a, b in zip(shares(old), shares(new)))


def project(matrix, start, years):
    vector = start
    sizes = [sum(vector)]
    stable = None
    for year in range(years):
        new = multiply(matrix, vector)
        if stable is None and settled(vector, new):
            stable = year
        vector = new
        sizes.append(sum(vector))
    growth = (sizes[-1] / sizes[0]) ** (1 / years)
    doubled = -1
    for year, size in enumerate(sizes):
        if size >= 2 * sizes[0]:
            doubled = year
            break
    return round(growth, 5), stable, doubled, [round(s, 4) for s in shares(vector)]
