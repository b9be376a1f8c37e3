# calls: table(2, 400), table(1, 60, 3), table(5, 30, 5)
def nth_root(a, n, tolerance):
    x = a if a > 1 else 1.0
    turns = 0
    while True:
        following = ((n - 1) * x + a / x ** (n - 1)) / n
        turns += 1
        if abs(following - x) <= tolerance * x or turns > 100:
            return following, turns
        x = following


def table(first, count, n=2, tolerance=1e-12):
    perfect = []
    slowest = (0, None)
    total = 0
    for k in range(count):
        root, turns = nth_root(float(first + k), n, tolerance)
        total += turns
        if turns > slowest[0]:
            slowest = (turns, first + k)
        if abs(root - round(root)) < 1e-9:
            perfect.append(first + k)
    return perfect[:4], len(perfect), slowest, total / count
