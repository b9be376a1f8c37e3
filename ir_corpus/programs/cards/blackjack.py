# calls: session([(i * 29 + 17) % 52 for i in range(104)], 17, 10.0)
def worth(card):
    rank = card % 13
    if rank == 0:
        return 11
    if rank >= 9:
        return 10
    return rank + 1


def score(hand):
    total = 0
    aces = 0
    for card in hand:
        total += worth(card)
        if card % 13 == 0:
            aces += 1
    while total > 21 and aces > 0:
        total -= 10
        aces -= 1
    return total


def session(shoe, stand, bet):
    shoe = list(shoe)
    money = 0.0
    results = {'won': 0, 'lost': 0, 'push': 0, 'blackjack': 0}
    while len(shoe) >= 12:
        mine = [shoe.pop(), shoe.pop()]
        house = [shoe.pop(), shoe.pop()]
        if score(mine) == 21 and len(mine) == 2:
            results['blackjack'] += 1
            money += bet * 1.5
            continue
        while score(mine) < stand and len(shoe) > 0:
            mine.append(shoe.pop())
        while score(mine) <= 21 and score(house) < 17 and len(shoe) > 0:
            house.append(shoe.pop())
        if score(mine) > 21 or (score(house) <= 21 and score(house) > score(mine)):
            results['lost'] += 1
            money -= bet
        elif score(mine) == score(house):
            results['push'] += 1
        else:
            results['won'] += 1
            money += bet
    return money, results
