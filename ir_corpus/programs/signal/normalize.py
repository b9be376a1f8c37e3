# calls: normalize([float(i * 13 % 29) for i in range(90)])
def normalize(values):
    low = min(values)
    high = max(values)
    result = []
    for value in values:
        result.append((value - low) / (high - low))
    return result
