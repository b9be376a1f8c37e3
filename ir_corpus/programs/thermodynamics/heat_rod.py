# calls: settle([100.0] + [20.0] * 18 + [0.0], 0.2, 0.5, 400)
# calls: settle([0.0, 50.0, 50.0, 50.0, 10.0], 0.4, 0.01, 2000)
def settle(rod, alpha, tolerance, limit):
    current = list(rod)
    n = 0
    while n < limit:
        following = []
        for cell in current:
            following.append(cell)
        biggest = 0.0
        for i in range(1, len(current) - 1):
            following[i] = current[i] + alpha * (current[i - 1] - 2 * current[i] + current[i + 1])
            if abs(following[i] - current[i]) > biggest:
                biggest = abs(following[i] - current[i])
        current = following
        n = n + 1
        if biggest < tolerance:
            break
    mean = 0.0
    for i in range(len(current)):
        mean += current[i]
    return n, mean / len(current), biggest
