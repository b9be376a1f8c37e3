# calls: all_fits([4, 7, 1, 9, 3, 6, 8], [5, 8, 1, 12, 4, 6, 11], 19), all_fits([2, 3], [1, 1], 4), lightest_heaviest([4, 7, 1, 9, 3, 6, 2])
def bits_of(mask, count):
    return [i for i in range(count) if mask & (1 << i)]


def weight_of(mask, weights):
    total = 0
    for i in range(len(weights)):
        if (mask >> i) & 1 == 1:
            total += weights[i]
    return total


def all_fits(weights, values, limit):
    best_value = -1
    best_mask = 0
    fitting = 0
    for mask in range(2 ** len(weights)):
        if weight_of(mask, weights) <= limit:
            fitting += 1
            value = weight_of(mask, values)
            if value > best_value:
                best_value = value
                best_mask = mask
    return best_value, bits_of(best_mask, len(weights)), fitting


def lightest_heaviest(weights):
    half = sum(weights) // 2
    return max(weight_of(m, weights) for m in range(1 << len(weights)) if weight_of(m, weights) <= half)
