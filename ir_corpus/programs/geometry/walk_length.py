# calls: length([0.5 * i for i in range(80)], [float(i * i % 17) for i in range(80)])
def length(xs, ys):
    total = 0.0
    for i in range(1, len(xs)):
        total += ((xs[i] - xs[i - 1]) ** 2 + (ys[i] - ys[i - 1]) ** 2) ** 0.5
    return total
