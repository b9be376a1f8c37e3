# calls: smallest([(i * 29) % 83 for i in range(60)], 8)
def smallest(items, count):
    left = list(items)
    result = []
    for _ in range(count):
        low = left[0]
        for item in left:
            low = min(low, item)
        left.remove(low)
        result.append(low)
    return result
