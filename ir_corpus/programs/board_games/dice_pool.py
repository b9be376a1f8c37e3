# calls: odds(4, 3), odds(1, 2)
def rolls(count):
    if count == 0:
        return [()]
    shorter = rolls(count - 1)
    return [r + (face,) for r in shorter for face in range(1, 5)]


def battle(attack, defence):
    a = sorted(attack, reverse=True)
    d = sorted(defence, reverse=True)
    lost_a = 0
    lost_d = 0
    for i in range(min(len(a), len(d), 2)):
        if a[i] > d[i]:
            lost_d += 1
        else:
            lost_a += 1
    return lost_a, lost_d


def odds(attackers, defenders):
    table = {}
    for attack in rolls(min(attackers, 3)):
        for defence in rolls(min(defenders, 2)):
            result = battle(attack, defence)
            table[result] = table.get(result, 0) + 1
    total = sum(table.values())
    mean = sum(k[1] * n for k, n in table.items()) / total
    return sorted((k, n / total) for k, n in table.items()), mean
