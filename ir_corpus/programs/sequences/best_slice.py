# calls: best([3, -4, 5, -1, 2, -6, 7, 1, -3, 4] * 8)
def best(items):
    highest = items[0]
    running = items[0]
    for item in items[1:]:
        running = max(item, running + item)
        highest = max(highest, running)
    return highest
