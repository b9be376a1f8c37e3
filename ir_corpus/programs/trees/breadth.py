# calls: levels(80)
def levels(count):
    children = {}
    for i in range(1, count):
        parent = (i - 1) // 3
        if parent in children:
            children[parent].append(i)
        else:
            children[parent] = [i]
    waiting = [(0, 0)]
    widths = {}
    while len(waiting) > 0:
        node, level = waiting.pop(0)
        if level in widths:
            widths[level] += 1
        else:
            widths[level] = 1
        if node in children:
            for child in children[node]:
                waiting.append((child, level + 1))
    result = []
    for level in sorted(widths.keys()):
        result.append(widths[level])
    return result
