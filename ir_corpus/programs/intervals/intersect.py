# calls: common([(i * 10, i * 10 + 6) for i in range(250)], [(i * 7, i * 7 + 3) for i in range(350)])
# calls: common([], [(1, 2)]), jaccard([(0, 5), (8, 20), (30, 31)], [(3, 9), (12, 40)])
def common(left, right):
    result = []
    i = 0
    j = 0
    while i < len(left) and j < len(right):
        low = max(left[i][0], right[j][0])
        high = min(left[i][1], right[j][1])
        if low < high:
            result.append((low, high))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return result


def length(spans):
    return sum(high - low for low, high in spans)


def jaccard(left, right):
    shared = length(common(left, right))
    return shared / (length(left) + length(right) - shared)
