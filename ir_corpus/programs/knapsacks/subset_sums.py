# calls: closest([17, 23, 5, 41, 12, 33, 29, 8, 50, 61], 330), closest([3, 34, 4], 1000)
# calls: can_split([1, 5, 11, 5, 7, 3, 9, 13, 2, 4, 18, 26, 31, 15])
def reachable(numbers):
    sums = [0]
    for n in numbers:
        for s in list(sums):
            if s + n not in sums:
                sums.append(s + n)
    return sums


def closest(numbers, goal):
    best = None
    for s in reachable(numbers):
        if s > goal:
            continue
        if best is None or abs(goal - s) < abs(goal - best):
            best = s
    return best


def can_split(numbers):
    total = 0
    for n in numbers:
        total = total + n
    if total % 2 != 0:
        return False
    possible = {0}
    for n in numbers:
        bigger = set()
        for p in possible:
            if p + n <= total // 2:
                bigger.add(p + n)
        possible = possible | bigger
    return total // 2 in possible
