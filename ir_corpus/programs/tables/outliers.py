# calls: outliers(150, 2.0)
def outliers(count, limit):
    values = [float(i * i * 7919 % 1009) for i in range(count)]
    total = 0.0
    for value in values:
        total += value
    mean = total / len(values)
    squares = 0.0
    for i in range(len(values)):
        squares += (values[i] - mean) * (values[i] - mean)
    deviation = (squares / len(values)) ** 0.5
    found = []
    for i in range(len(values)):
        if abs(values[i] - mean) / deviation > limit / 1.5:
            found.append(i)
    scaled = []
    for value in values:
        scaled.append((value - mean) / deviation)
    return found, scaled
