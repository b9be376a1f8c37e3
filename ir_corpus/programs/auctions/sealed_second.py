# calls: tender({'lot%02d' % i: {'N%d' % j: 100 + (i * 31 + j * 47) % 211 for j in range(2 + i % 9)} for i in range(60)}, 180)
# calls: tender({'a': {}, 'b': {'z': 300}, 'c': {'y': 200, 'x': 200}}, 150)
def winner(offers):
    best = None
    for name in sorted(offers):
        if best is None or offers[name] > offers[best]:
            best = name
    return best


def without(offers, name):
    return {other: amount for other, amount in offers.items() if other != name}


def tender(lots, reserve):
    first = second = 0
    wins = {}
    ties = []
    passed = []
    for lot in lots:
        offers = {n: a for n, a in lots[lot].items() if a >= reserve}
        if len(offers) == 0:
            passed.append(lot)
            continue
        top = winner(offers)
        rest = without(offers, top)
        price = rest[winner(rest)] if rest else reserve
        first += offers[top]
        second += price
        if price == offers[top] and rest:
            ties.append(lot)
        wins.setdefault(top, []).append((lot, price))
    shading = [round(sum(p for lot, p in wins[n]) / len(wins[n]), 2) for n in sorted(wins)]
    return {n: len(w) for n, w in wins.items()}, first, second, ties, passed, shading
