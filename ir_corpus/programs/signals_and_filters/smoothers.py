# calls: compare([(i * 7919 % 101) / 10.0 for i in range(90)], 5)
# calls: compare([1.0, 9.0, 1.0, 9.0, 1.0], 3), compare([float(i) for i in range(30)], 9)
def boxcar(x, width):
    half = width // 2
    y = []
    for i in range(len(x)):
        total = 0
        count = 0
        for j in range(i - half, i + half + 1):
            if j >= 0 and j < len(x):
                total = total + x[j]
                count = count + 1
        y.append(total / count)
    return y


def triangle(x, width):
    half = width // 2
    y = []
    for i in range(len(x)):
        total = 0
        weights = 0
        for k in range(-half, half + 1):
            if 0 <= i + k < len(x):
                w = half + 1 - abs(k)
                total += w * x[i + k]
                weights += w
        y.append(total / weights)
    return y


def exponential(x, alpha):
    y = [x[0]]
    for value in x[1:]:
        y.append(y[-1] + alpha * (value - y[-1]))
    return y


def roughness(y):
    s = 0
    for i in range(1, len(y)):
        s += (y[i] - y[i - 1]) ** 2
    return s / (len(y) - 1)


def compare(x, width):
    results = {'raw': roughness(x)}
    results['box'] = roughness(boxcar(x, width))
    results['tri'] = roughness(triangle(x, width))
    results['exp'] = roughness(exponential(x, 2 / (width + 1)))
    best = min(results, key=results.get)
    return best, {name: round(results[name], 5) for name in results}
