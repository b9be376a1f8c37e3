# calls: decades({'A': 1000, 'B': 500, 'C': 80, 'D': 20}, {('A', 'B'): 5, ('B', 'C'): 10, ('C', 'A'): 2, ('A', 'D'): 1, ('D', 'C'): 8}, 50)
# calls: decades({'x%d' % i: 100 * i for i in range(12)}, {('x%d' % i, 'x%d' % (i * 5 % 12)): i % 6 for i in range(12)}, 15)
def leaving(town, towns, flows):
    return [(to, towns[town] * percent // 100) for (source, to), percent in flows.items() if source == town]


def move(towns, flows):
    change = {town: 0 for town in towns}
    for town in towns:
        for to, people in leaving(town, towns, flows):
            change[town] -= people
            change[to] += people
    return {town: towns[town] + change[town] for town in towns}


def births(towns):
    return {town: people + people * 11 // 1000 for town, people in towns.items()}


def ranking(towns):
    return sorted(towns, key=lambda t: (-towns[t], t))


def decades(towns, flows, years):
    orders = [ranking(towns)]
    overtakes = []
    for year in range(years):
        towns = births(move(towns, flows))
        order = ranking(towns)
        if order != orders[-1]:
            up = [t for t in order if order.index(t) < orders[-1].index(t)]
            overtakes.append((year, up))
            orders.append(order)
    return towns, overtakes, orders[-1]
