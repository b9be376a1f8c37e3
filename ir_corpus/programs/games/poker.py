# calls: hands(60)
def value(hand):
    counts = {}
    for card in hand:
        if card in counts:
            counts[card] += 1
        else:
            counts[card] = 1
    best = 0
    pairs = 0
    for card in counts.keys():
        best = max(best, counts[card])
        if counts[card] == 2:
            pairs += 1
    if best == 4:
        return 'four'
    if best == 3:
        return 'full house' if pairs == 1 else 'three'
    if pairs == 2:
        return 'two pairs'
    return 'pair' if pairs == 1 else 'nothing'


def hands(count):
    totals = {}
    for i in range(count):
        hand = [(i * k + k * k) % 13 for k in range(5)]
        name = value(hand)
        totals[name] = totals.get(name, 0) + 1
    return totals
