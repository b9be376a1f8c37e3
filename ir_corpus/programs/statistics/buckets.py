# calls: buckets([i * 0.37 % 10 for i in range(120)], 10)
def buckets(values, count):
    result = []
    for _ in range(count):
        result.append(0)
    for value in values:
        place = int(value)
        if place >= count:
            place = count - 1
        result[place] = result[place] + 1
    return result
