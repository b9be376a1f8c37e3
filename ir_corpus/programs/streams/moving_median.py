# calls: medians([(i * 37 + i * i) % 101 for i in range(400)], 9), outliers([(i * 37 + i * i) % 101 for i in range(120)], 5, 40)
# calls: medians([5, 1, 4], 2)
def median(window):
    ordered = sorted(window)
    middle = len(ordered) // 2
    if len(ordered) % 2 == 1:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def medians(stream, size):
    window = []
    result = []
    for value in stream:
        window.append(value)
        if len(window) > size:
            window.pop(0)
        result.append(median(window))
    return result


def outliers(stream, size, tolerance):
    smooth = medians(stream, size)
    strange = []
    worst = 0
    for i in range(len(stream)):
        difference = abs(stream[i] - smooth[i])
        if difference > tolerance:
            strange.append((i, stream[i]))
        worst = max(worst, difference)
    return strange, worst
