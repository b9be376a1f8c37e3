# calls: tour([(i * 37 % 60 + 0.5, i * 53 % 70) for i in range(25)], (30, 30))
def distance(a, b):
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def tour(stops, depot):
    here = depot
    left = stops[:]
    order = []
    total = 0.0
    while len(left) > 0:
        best = 0
        for i in range(1, len(left)):
            if distance(here, left[i]) < distance(here, left[best]):
                best = i
        total += distance(here, left[best])
        here = left[best]
        order.append(stops.index(here))
        left.remove(here)
    total += distance(here, depot)
    return order, round(total, 2)
