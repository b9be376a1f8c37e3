# calls: pack((5, 8, 3, 11, 6, 7, 2, 9, 4, 13, 10, 12), (10, 14, 4, 21, 9, 13, 3, 15, 7, 20, 22, 19), 70), pack((1, 2), (5, 6), 3)
# calls: upper_bound([(5, 8), (3, 11), (6, 7), (2, 9), (9, 1)] * 16, [10, 40, 70, 110, 150, 200, 270])
def pack(weights, values, room):
    memo = {}

    def best(i, left):
        if i == len(weights):
            return 0
        key = str(i) + ':' + str(left)
        if key in memo:
            return memo[key]
        result = best(i + 1, left)
        if weights[i] <= left:
            result = max(result, values[i] + best(i + 1, left - weights[i]))
        memo[key] = result
        return result

    return best(0, room), len(memo)


def ratio(item):
    return item[1] / item[0]


def upper_bound(items, rooms):
    bounds = {}
    for room in rooms:
        left = room
        bound = 0.0
        for item in sorted(items, key=lambda pair: -ratio(pair)):
            used = min(item[0], left)
            bound += ratio(item) * used
            left -= used
        bounds[room] = bound
    return bounds
