# calls: secret_santa(['Ann', 'Bo', 'Cy', 'Di', 'Ed'], [('Ann', 'Bo'), ('Di', 'Ed')])
# calls: secret_santa(['A', 'B'], [('A', 'B')])
from itertools import permutations


def allowed(giver, taker, couples):
    if giver == taker:
        return False
    for one, other in couples:
        if (giver == one and taker == other) or (giver == other and taker == one):
            return False
    return True


def cycles(names, order):
    seen = []
    count = 0
    for name in names:
        if name in seen:
            continue
        count += 1
        while name not in seen:
            seen.append(name)
            name = order[names.index(name)]
    return count


def secret_santa(names, couples):
    good = []
    for order in permutations(names):
        fine = True
        for i in range(len(names)):
            if not allowed(names[i], order[i], couples):
                fine = False
                break
        if fine:
            good.append(order)
    one_round = [order for order in good if cycles(names, order) == 1]
    return len(good), len(one_round), one_round[0] if one_round else None
