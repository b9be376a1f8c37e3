# calls: correlation([float(i) for i in range(60)], [float(i * 3 % 11) for i in range(60)])
def correlation(xs, ys):
    count = len(xs)
    mean_x = sum(xs) / count
    mean_y = sum(ys) / count
    top = 0.0
    left = 0.0
    right = 0.0
    for i in range(count):
        top += (xs[i] - mean_x) * (ys[i] - mean_y)
        left += (xs[i] - mean_x) ** 2
        right += (ys[i] - mean_y) ** 2
    return top / (left * right) ** 0.5
