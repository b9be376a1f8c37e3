# calls: overlaps([(i * 5 % 43, i * 5 % 43 + 4) for i in range(30)])
def overlaps(spans):
    found = []
    for i in range(len(spans)):
        for j in range(i + 1, len(spans)):
            start = max(spans[i][0], spans[j][0])
            end = min(spans[i][1], spans[j][1])
            if start < end:
                found.append((i, j))
    return found
