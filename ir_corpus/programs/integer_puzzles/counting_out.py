# calls: games(['Ann', 'Bob', 'Cy', 'Dee', 'Eve', 'Flo', 'Gus'], 25), games(['x', 'y'], 4)
# calls: games(['n' + str(i) for i in range(40)], 12)
def count_out(names, k, skip_back=False):
    circle = names[:]
    order = []
    position = 0
    while len(circle) > 1:
        position = (position + k - 1) % len(circle)
        order.append(circle[position])
        del circle[position]
        if skip_back:
            position = (position - 1) % len(circle)
    return circle[0], order


def formula(n, k):
    place = 0
    for size in range(2, n + 1):
        place = (place + k) % size
    return place


def games(names, most):
    winners = {}
    agree = True
    for k in range(1, most + 1):
        winner, order = count_out(names, k)
        if names.index(winner) != formula(len(names), k):
            agree = False
        winners.setdefault(winner, []).append(k)
    never = [name for name in names if name not in winners]
    luckiest = max(winners, key=lambda name: len(winners[name]))
    back = [count_out(names, k, True)[0] for k in range(1, most + 1)]
    return agree, never, luckiest, winners[luckiest], ' '.join(back)
