# calls: improve([(i * 37 % 50, i * 23 % 41) for i in range(16)], 3), nearest_tour([(i * 37 % 50, i * 23 % 41) for i in range(40)])
def gap(a, b):
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def tour_length(stops, order):
    total = 0.0
    for i in range(len(order)):
        total += gap(stops[order[i]], stops[order[(i + 1) % len(order)]])
    return total


def nearest_tour(stops):
    order = [0]
    while len(order) < len(stops):
        here = stops[order[-1]]
        best = None
        for k in range(len(stops)):
            if k in order:
                continue
            if best is None or gap(here, stops[k]) < gap(here, stops[best]):
                best = k
        order.append(best)
    return order


def improve(stops, sweeps):
    order = nearest_tour(stops)
    swaps = 0
    for _ in range(sweeps):
        for i in range(1, len(order) - 1):
            candidate = order[:i] + [order[i + 1], order[i]] + order[i + 2:]
            if tour_length(stops, candidate) < tour_length(stops, order) - 1e-9:
                order = candidate
                swaps += 1
    return order, swaps, round(tour_length(stops, order), 3)
