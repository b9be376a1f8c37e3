# calls: examine([1 + (i * i * 31 + i * 17) % 37 for i in range(520)], 36), examine([1, 2, 3, 4], 4)
def chi_square(draws, faces):
    expected = len(draws) / faces
    value = 0.0
    for face in range(1, faces + 1):
        observed = draws.count(face)
        value = value + (observed - expected) ** 2 / expected
    return value


def critical(df):
    # 95 percent, Wilson and Hilferty
    z = 1.645
    t = 2 / (9 * df)
    return df * (1 - t + z * t ** 0.5) ** 3


def runs_test(draws, faces):
    middle = (faces + 1) / 2
    signs = []
    for d in draws:
        if d != middle:
            signs.append(d > middle)
    runs = 1
    for i in range(1, len(signs)):
        if signs[i] != signs[i - 1]:
            runs += 1
    n1 = signs.count(True)
    n2 = signs.count(False)
    if n1 == 0 or n2 == 0:
        return runs, None
    mean = 2 * n1 * n2 / (n1 + n2) + 1
    var = (mean - 1) * (mean - 2) / (n1 + n2 - 1)
    return runs, (runs - mean) / var ** 0.5


def serial_correlation(draws, lag):
    n = len(draws) - lag
    mean = sum(draws) / len(draws)
    top = 0
    bottom = 0
    for i in range(len(draws)):
        bottom += (draws[i] - mean) ** 2
        if i < n:
            top += (draws[i] - mean) * (draws[i + lag] - mean)
    return top / bottom


def examine(draws, faces):
    chi = chi_square(draws, faces)
    runs, z = runs_test(draws, faces)
    lags = [round(serial_correlation(draws, lag), 4) for lag in range(1, min(9, len(draws)))]
    suspicious = []
    if chi > critical(faces - 1):
        suspicious.append('counts')
    if z is not None and abs(z) > 1.96:
        suspicious.append('runs')
    if any(abs(r) > 2 / len(draws) ** 0.5 for r in lags):
        suspicious.append('lags')
    return round(chi, 3), runs, lags, suspicious
