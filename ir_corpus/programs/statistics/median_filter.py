# calls: smooth([i * 17 % 40 for i in range(50)])
def smooth(values):
    result = []
    for i in range(1, len(values) - 1):
        window = sorted([values[i - 1], values[i], values[i + 1]])
        result.append(window[1])
    return result
