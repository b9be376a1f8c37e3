# calls: orthogonal([[float((i * j + i) % 7) for j in range(8)] for i in range(6)])
# calls: orthogonal([[1, 0], [2, 0], [1, 1]])
def dot(a, b):
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


def orthogonal(vectors):
    basis = []
    dropped = []
    for number, vector in enumerate(vectors):
        rest = list(vector)
        for other in basis:
            factor = dot(vector, other) / dot(other, other)
            for k in range(len(rest)):
                rest[k] = rest[k] - factor * other[k]
        if dot(rest, rest) < 1e-9:
            dropped.append(number)
        else:
            basis.append(rest)
    worst = 0.0
    for i in range(len(basis)):
        for j in range(len(basis)):
            if i != j:
                worst = max(worst, abs(dot(basis[i], basis[j])))
    return len(basis), dropped, worst < 1e-6
