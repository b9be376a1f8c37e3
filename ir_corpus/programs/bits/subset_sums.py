# calls: sums([3, 5, 9, 14, 20, 31, 2])
def sums(numbers):
    result = []
    for mask in range(2 ** len(numbers)):
        total = 0
        for i in range(len(numbers)):
            if mask // 2 ** i % 2 == 1:
                total += numbers[i]
        result.append(total)
    return sorted(set(result))
