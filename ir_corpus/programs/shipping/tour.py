# calls: tour([(i * 37 % 50, i * 23 % 40) for i in range(24)])
def distance(a, b):
    dx = a[0] - b[0]
    dy = a[1] - b[1]
    return (dx * dx + dy * dy) ** 0.5


def tour(places):
    left = [i for i in range(1, len(places))]
    order = [0]
    length = 0.0
    while len(left) > 0:
        here = places[order[len(order) - 1]]
        nearest = left[0]
        for candidate in left:
            if distance(here, places[candidate]) < distance(here, places[nearest]):
                nearest = candidate
        length += distance(here, places[nearest])
        order.append(nearest)
        left = [candidate for candidate in left if candidate != nearest]
    return order, round(length, 3)
