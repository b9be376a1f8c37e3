# calls: arrange(60, 40, [9, 9, 7, 7, 7, 7, 5, 5, 5, 5, 5, 5])
# calls: arrange(30, 20, [9, 4, 4]), arrange(9, 9, [12])
def fits(taken, x, y, d, width, height):
    if x + d > width or y + d > height:
        return False
    for (ox, oy, od) in taken:
        if x < ox + od and ox < x + d and y < oy + od and oy < y + d:
            return False
    return True


def first_place(taken, d, width, height):
    for y in range(0, height, 2):
        for x in range(0, width, 2):
            if fits(taken, x, y, d, width, height):
                return x, y
    return None


def arrange(width, height, pieces):
    taken = []
    rejected = []
    for d in sorted(pieces, reverse=True):
        place = first_place(taken, d + 1, width, height)
        if place is None:
            rejected.append(d)
        else:
            taken.append((place[0], place[1], d + 1))
    used = sum((d - 1) * (d - 1) for x, y, d in taken)
    return taken, rejected, used / (width * height)
