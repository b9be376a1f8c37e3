# calls: compare_widths([10 + i * 37 % 21 - i % 4 for i in range(150)], [3, 7, 15]), compare_widths([1, 2], [5])
def average(values):
    total = 0
    count = 0
    for v in values:
        total += v
        count += 1
    return total / count


def smooth(values, width):
    half = width // 2
    result = []
    for i in range(len(values)):
        low = i - half
        if low < 0:
            low = 0
        high = i + half + 1
        if high > len(values):
            high = len(values)
        result.append(average(values[low:high]))
    return result


def roughness(values):
    total = 0
    for i in range(1, len(values)):
        total += abs(values[i] - values[i - 1])
    return total


def crossings(values, line):
    n = 0
    for i in range(1, len(values)):
        if (values[i] > line[i]) != (values[i - 1] > line[i - 1]):
            n += 1
    return n


def compare_widths(values, widths):
    table = []
    for width in widths:
        line = smooth(values, width)
        table.append([width, round(roughness(line), 3), crossings(values, line), round(max(line), 3)])
    return roughness(values), table
