# calls: convolve([float(i % 7) for i in range(60)], [0.25, 0.5, 0.25])
def convolve(values, kernel):
    result = []
    for i in range(len(values) - len(kernel) + 1):
        total = 0.0
        for k in range(len(kernel)):
            total += values[i + k] * kernel[k]
        result.append(total)
    return result
