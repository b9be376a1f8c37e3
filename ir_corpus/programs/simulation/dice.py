# calls: rolls(7, 120)
def rolls(seed, count):
    state = seed
    counts = [0, 0, 0, 0, 0, 0]
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        face = state // 65536 % 6
        counts[face] += 1
    return counts
