# calls: melds('5H 6H 7H 8H 7C 7D KD KS KH 2C 3C 9S JD'.split()), melds('AH AC AD 2H 3H'.split())
RANKS = 'A23456789TJQK'


def groups(cards):
    found = []
    for rank in RANKS:
        same = [card for card in cards if card[0] == rank]
        if len(same) >= 3:
            found.append(same)
    return found


def runs(cards):
    found = []
    for suit in ['C', 'D', 'H', 'S']:
        run = []
        for rank in RANKS:
            if rank + suit in cards:
                run.append(rank + suit)
            else:
                if len(run) >= 3:
                    found.append(run)
                run = []
        if len(run) >= 3:
            found.append(run)
    return found


def points(cards):
    total = 0
    for card in cards:
        if card[0] in ['T', 'J', 'Q', 'K']:
            total += 10
        else:
            total += RANKS.index(card[0]) + 1
    return total


def melds(cards):
    left = list(cards)
    laid = []
    while True:
        options = groups(left) + runs(left)
        if not options:
            break
        best = options[0]
        for option in options:
            if points(option) > points(best) or (points(option) == points(best) and len(option) > len(best)):
                best = option
        laid.append(' '.join(best))
        left = [card for card in left if card not in best]
    return laid, left, points(left)
