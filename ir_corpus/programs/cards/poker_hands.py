# calls: best(['2H 3H 4H 5H 6H', 'KS KD KC 2H 2S', '9C 9D 4S 4H AD', 'TH JH QH KH AH', '2C 5D 9H JS KC'] * 5)
# calls: best(['AS 2D 3C 4H 5S', '7S 7D 8C 9H TS'])
ORDER = '23456789TJQKA'


def values(hand):
    result = []
    for card in hand:
        result.append(ORDER.index(card[0]))
    return sorted(result, reverse=True)


def category(hand):
    ranks = values(hand)
    counts = sorted([ranks.count(rank) for rank in ranks], reverse=True)
    flush = all(card[1] == hand[0][1] for card in hand)
    straight = counts[0] == 1 and (ranks[0] - ranks[4] == 4 or ranks == [12, 3, 2, 1, 0])
    if straight and flush:
        return 8
    if counts[0] == 4:
        return 7
    if counts[0] == 3 and counts[3] == 2:
        return 6
    if flush:
        return 5
    if straight:
        return 4
    if counts[0] == 3:
        return 3
    if counts[2] == 2:
        return 2
    return 1 if counts[0] == 2 else 0


def best(texts):
    hands = [text.split() for text in texts]
    leader = hands[0]
    histogram = [0] * 9
    for hand in hands:
        histogram[category(hand)] += 1
        if (category(hand), values(hand)) > (category(leader), values(leader)):
            leader = hand
    return ' '.join(leader), histogram
