# calls: tournament([('t%d' % i, (i * 37 + 11) % 101) for i in range(64)])
def seed_order(count):
    order = [1]
    while len(order) < count:
        size = len(order) * 2
        grown = []
        for seed in order:
            grown.append(seed)
            grown.append(size + 1 - seed)
        order = grown
    return order


def winner(one, two):
    if one[1] == two[1]:
        return one if one[0] < two[0] else two
    if one[1] > two[1]:
        return one
    return two


def tournament(teams):
    ranked = sorted(teams, key=lambda team: -team[1])
    field = [ranked[seed - 1] for seed in seed_order(len(ranked))]
    rounds = []
    while len(field) > 1:
        after = []
        for i in range(0, len(field), 2):
            after.append(winner(field[i], field[i + 1]))
        rounds.append([name for name, strength in after])
        field = after
    return rounds
