# calls: growth(['w%d' % (i * i % 61) for i in range(400)], 25), growth('to be or not to be'.split(), 1)
def growth(words, step):
    known = []
    points = []
    n = 0
    for word in words:
        n += 1
        if word not in known:
            known.append(word)
        if n % step == 0:
            points.append((n, len(known)))
    return points, slowdown(points), once_only(words, known)


def slowdown(points):
    i = 1
    while i < len(points):
        fresh = points[i][1] - points[i - 1][1]
        width = points[i][0] - points[i - 1][0]
        if fresh / width < 0.25:
            return points[i][0]
        i += 1
    return None


def once_only(words, known):
    result = []
    for word in known:
        if words.count(word) == 1:
            result.append(word)
    return result
