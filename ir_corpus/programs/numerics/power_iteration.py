# calls: dominant([[4.0, 1.0, 0.5, 0.0], [1.0, 3.0, 0.2, 0.1], [0.5, 0.2, 2.0, 0.3], [0.0, 0.1, 0.3, 1.0]], 1e-9)
# calls: dominant([[1.0 / (i + j + 1) for j in range(14)] for i in range(14)], 1e-6)
def apply(matrix, vector):
    result = []
    for row in matrix:
        total = 0.0
        for k in range(len(vector)):
            total += row[k] * vector[k]
        result.append(total)
    return result


def largest(vector):
    best = vector[0]
    for v in vector:
        if abs(v) > abs(best):
            best = v
    return best


def dominant(matrix, tolerance):
    v = [1.0 for _ in range(len(matrix))]
    value = 0.0
    turns = 0
    while turns < 300:
        w = apply(matrix, v)
        estimate = largest(w)
        for i in range(len(w)):
            w[i] = w[i] / largest(w)
        turns += 1
        done = abs(estimate - value) < tolerance
        value = estimate
        v = w
        if done:
            break
    trace = sum(matrix[i][i] for i in range(len(matrix)))
    return round(value, 8), turns, round(value / trace, 6)
