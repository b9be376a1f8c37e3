# calls: counting([(i * 13) % 20 for i in range(100)], 20)
def counting(items, limit):
    counts = [0] * limit
    for item in items:
        counts[item] += 1
    result = []
    for value in range(limit):
        for _ in range(counts[value]):
            result.append(value)
    return result
