# calls: detection_rates(5, [3, 1]), detection_rates(6, [7, 3, 9])
def weighted(digits, weights):
    total = 0
    for i in range(len(digits)):
        total += digits[i] * weights[i % len(weights)]
    return total % 10


def sample(seed, size):
    digits = []
    value = seed
    for _ in range(size):
        value = (value * 37 + 11) % 1009
        digits.append(value % 10)
    return digits


def detection_rates(size, weights):
    singles = 0
    single_total = 0
    swaps = 0
    swap_total = 0
    for seed in range(1, 10):
        digits = sample(seed=seed * 13, size=size)
        check = weighted(digits, weights)
        for i in range(size):
            for d in range(10):
                if d == digits[i]:
                    continue
                single_total += 1
                if weighted(digits[:i] + [d] + digits[i + 1:], weights) != check:
                    singles += 1
        for i in range(size - 1):
            if digits[i] == digits[i + 1]:
                continue
            other = list(digits)
            other[i], other[i + 1] = other[i + 1], other[i]
            swap_total += 1
            if weighted(other, weights) != check:
                swaps += 1
    return singles / single_total, swaps / max(1, swap_total)
