# calls: allot({'red': [50, 23, 100], 'grey': [100, 100, 41], 'teal': [30, 30], 'white': [100, 12]}, [('hat %d' % i, {'red': 5 + i % 9, 'grey': i % 6 * 3, 'white': i % 3}) for i in range(45)])
# calls: allot({'red': [10]}, [('scarf', {'blue': 5}), ('bow', {'red': 3})])
def take(balls, grams):
    joins = 0
    while grams > 0:
        i = 0
        for k in range(len(balls)):
            if balls[k] >= grams and (balls[i] < grams or balls[k] < balls[i]):
                i = k
        if balls[i] < grams:
            i = balls.index(max(balls))
        used = min(balls[i], grams)
        balls[i] -= used
        grams -= used
        joins += 1
        if balls[i] == 0:
            del balls[i]
    return joins


def enough(stash, need):
    for colour in need:
        if need[colour] > 0 and (colour not in stash or sum(stash[colour]) < need[colour]):
            return False
    return True


def substitute(stash, need):
    new = {}
    for colour, grams in need.items():
        if colour in stash and sum(stash[colour]) >= grams:
            new[colour] = new.get(colour, 0) + grams
        else:
            other = max(sorted(stash), key=lambda c: sum(stash[c]))
            new[other] = new.get(other, 0) + grams
    return new


def allot(stash, projects):
    stash = {c: list(b) for c, b in stash.items()}
    made, changed, skipped = [], [], []
    ends = 0
    for name, need in projects:
        if not enough(stash, need):
            need = substitute(stash, need)
            if not enough(stash, need):
                skipped.append(name)
                continue
            changed.append(name)
        for colour in need:
            ends += take(stash[colour], need[colour])
        made.append(name)
    return len(made), changed, len(skipped), ends * 2, stash
