# calls: join([(i % 9, 'u' + str(i)) for i in range(30)], [(i, i * i) for i in range(9)])
def join(left, right):
    joined = []
    for i in range(len(left)):
        for j in range(len(right)):
            if left[i][0] == right[j][0]:
                joined.append((left[i][1], right[j][1]))
    groups = {}
    for row in joined:
        if row[1] in groups:
            groups[row[1]] = groups[row[1]] + 1
        else:
            groups[row[1]] = 1
    keys = []
    for key in groups.keys():
        keys.append(key)
    keys.sort()
    return [(key, groups[key]) for key in keys]
