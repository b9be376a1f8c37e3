# calls: dominant([[2.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 4.0]], 1e-6)
# calls: dominant([[(i * j) % 5 + 1.0 for j in range(10)] for i in range(10)], 1e-4)
def times(matrix, vector):
    result = []
    for row in matrix:
        total = 0.0
        for j in range(len(vector)):
            total += row[j] * vector[j]
        result.append(total)
    return result


def norm(vector):
    return sum([x * x for x in vector]) ** 0.5


def dominant(matrix, tolerance):
    vector = [1.0] * len(matrix)
    before = 0.0
    turns = 0
    while turns < 100:
        product = times(matrix, vector)
        value = norm(product) / norm(vector)
        vector = [x / norm(product) for x in product]
        turns += 1
        if abs(value - before) < tolerance * max(1.0, abs(value)):
            break
        before = value
    return round(value, 6), turns, [round(x, 4) for x in vector]
