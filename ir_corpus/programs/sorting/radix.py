# calls: radix([(i * 7919) % 1000 for i in range(60)])
def radix(values):
    result = []
    for value in values:
        result.append(value)
    place = 1
    while place < 1000:
        buckets = [[] for _ in range(10)]
        for value in result:
            buckets[value // place % 10].append(value)
        result = []
        for bucket in buckets:
            for value in bucket:
                result.append(value)
        place *= 10
    return result
