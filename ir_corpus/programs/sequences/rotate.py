# calls: rotate(list(range(40)), 13)
def rotate(items, count):
    result = []
    for i in range(len(items)):
        result.append(items[(i + count) % len(items)])
    return result
