# calls: locality(4), locality(2), locality(3, True)
def d2xy(order, d):
    x = y = 0
    s = 1
    while s < 1 << order:
        rx = 1 & (d // 2)
        ry = 1 & (d ^ rx)
        if ry == 0:
            if rx == 1:
                x, y = s - 1 - x, s - 1 - y
            x, y = y, x
        x += s * rx
        y += s * ry
        d //= 4
        s *= 2
    return x, y


def snake(order, d):
    side = 1 << order
    row, column = divmod(d, side)
    return (column if row % 2 == 0 else side - 1 - column), row


def stretch(places, side):
    total = 0
    for y in range(side):
        for x in range(side - 1):
            total += abs(places[x, y] - places[x + 1, y])
            total += abs(places[y, x] - places[y, x + 1])
    return total / (2 * side * (side - 1))


def locality(order, compare=False):
    side = 2 ** order
    places = {d2xy(order, d): d for d in range(side * side)}
    answer = {'hilbert': round(stretch(places, side), 4), 'end': d2xy(order, side * side - 1)}
    if compare:
        plain = {snake(order, d): d for d in range(side * side)}
        answer['snake'] = round(stretch(plain, side), 4)
    return answer
