# calls: yielding([[[120.0 - i, 30.0, 0.0], [30.0, -40.0 + i % 13, 10.0], [0.0, 10.0, 5.0 * (i % 6)]] for i in range(60)], 150.0)
def yielding(tensors, limit):
    worst = 0.0
    failed = []
    asymmetric = 0
    for n in range(len(tensors)):
        for i in range(3):
            for j in range(3):
                if tensors[n][i][j] != tensors[n][j][i]:
                    asymmetric += 1
        mean = (tensors[n][0][0] + tensors[n][1][1] + tensors[n][2][2]) / 3
        total = 0.0
        for i in range(3):
            for j in range(3):
                d = tensors[n][i][j]
                if i == j:
                    d = d - mean
                total = total + d * d
        mises = (1.5 * total) ** 0.5
        if mises > limit:
            failed.append(n)
        worst = max(worst, mises)
    return worst, failed, asymmetric
