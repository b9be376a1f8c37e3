# calls: plots(1600, 5), plots(5, 1600)
# calls: heights(1400, 6), heights(6, 1400)
# calls: fences(1600, 4), fences(4, 1600)
# calls: markers(1200, True), markers(1200, False)
def squared(length):
    return length * length


def plots(corners, wells):
    area = 0
    for corner in range(corners):
        area += squared(corner % 15)
    deepest = 0
    for well in range(wells):
        deepest = max(deepest, well * 29 % 77)
    return area, deepest


def heights(points, peaks):
    climbs = [point * 13 % 40 for point in range(points)]
    total = 0
    for place in range(len(climbs)):
        total += climbs[place]
    sharp = 0
    for peak in range(peaks):
        sharp += squared(peak % 9)
    return total, sharp


def fences(posts, gates):
    length = 0
    post = 0
    while post < posts:
        length += post * 3 % 17
        post += 1
    open_gates = 0
    for gate in range(gates):
        if gate % 16 == 2 or gate % 16 == 6 or gate % 16 == 9:
            open_gates += 1
    return length, open_gates


def markers(count, sloped):
    placed = 0
    if sloped:
        for number in range(count):
            placed += squared(number % 21)
    else:
        for number in range(count):
            placed = min(placed, 60 - number % 120)
    return placed
