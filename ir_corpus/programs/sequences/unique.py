# calls: unique([i * i % 23 for i in range(90)])
def unique(items):
    result = []
    for item in items:
        if item not in result:
            result.append(item)
    return result
