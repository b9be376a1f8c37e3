# calls: validate([([i % 7 * 1.0, i % 5 * 2.0, i // 9 * 0.5], i % 7 + i // 9) for i in range(45)], [1, 3, 5])
# calls: validate([([0.0], 1.0), ([1.0], 2.0), ([3.0], 4.0), ([4.0], 5.0)], [1, 2])
def distance(a, b):
    total = 0.0
    for k in range(len(a)):
        total += (a[k] - b[k]) ** 2
    return total ** 0.5


def neighbours(data, skip, point, k):
    near = []
    for i in range(len(data)):
        if i == skip:
            continue
        near.append((distance(data[i][0], point), data[i][1]))
    near.sort(key=lambda pair: pair[0])
    return near[:k]


def estimate(near):
    top = 0.0
    bottom = 0.0
    for d, y in near:
        top += y / (d + 0.1)
        bottom += 1 / (d + 0.1)
    return top / bottom


def validate(data, ks):
    errors = {}
    for k in ks:
        total = 0.0
        for i in range(len(data)):
            point, y = data[i]
            total += abs(estimate(neighbours(data, i, point, k)) - y)
        errors[k] = total / len(data)
    best = None
    for k in errors.keys():
        if best is None or errors[k] < errors[best]:
            best = k
    return best, errors
