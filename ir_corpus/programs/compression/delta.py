# calls: roundtrip([100, 102, 101, 105, 109, 108, 108, 110] * 20)
def deltas(values):
    result = []
    previous = 0
    for i in range(len(values)):
        result.append(values[i] - previous)
        previous = values[i]
    return result


def zigzag(number):
    if number >= 0:
        return number * 2
    return -number * 2 - 1


def unzigzag(number):
    return number // 2 if number % 2 == 0 else -(number // 2) - 1


def roundtrip(values):
    packed = []
    for delta in deltas(values):
        packed.append(zigzag(delta))
    unpacked = []
    total = 0
    for code in packed:
        total = total + unzigzag(code)
        unpacked.append(total)
    largest = 0
    for code in packed:
        largest = max(largest, code)
    return unpacked == values, largest
