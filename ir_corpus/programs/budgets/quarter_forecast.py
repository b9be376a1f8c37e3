# calls: forecast([100.0 + i * 1.5 + (i % 4) * 20 for i in range(60)], 8)
# calls: forecast([10.0, 12.0, 11.0, 15.0, 11.0, 13.0, 12.0, 16.0], 2)
def trend(values):
    n = len(values)
    sx = 0.0
    sy = 0.0
    sxy = 0.0
    sxx = 0.0
    for i in range(n):
        sx += i
        sy += values[i]
        sxy += i * values[i]
        sxx += i * i
    slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
    return slope, (sy - slope * sx) / n


def season(values, quarter):
    slope, start = trend(values)
    total = 0.0
    count = 0
    for i in range(len(values)):
        if i % 4 == quarter:
            total += values[i] - (start + slope * i)
            count += 1
    return total / count


def forecast(values, ahead):
    slope, start = trend(values)
    future = []
    for k in range(ahead):
        i = len(values) + k
        future.append(round(start + slope * i + season(values, i % 4), 2))
    error = 0.0
    for i in range(len(values)):
        guess = start + slope * i + season(values, i % 4)
        error += abs(values[i] - guess)
    return future, round(error / len(values), 4)
