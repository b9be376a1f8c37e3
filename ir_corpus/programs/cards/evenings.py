# calls: evening(1500, 6), evening(6, 1500)
# calls: shuffles(1300, 5), shuffles(5, 1300)
# calls: tournament(1200, 4), tournament(4, 1200)
# calls: stakes(1400, True), stakes(1400, False)
# calls: melds(1100, 7), melds(7, 1100)
def worth(card):
    if card % 13 > 9:
        return 10
    return card % 13 + 1


def evening(dealt, rounds):
    points = 0
    for card in range(dealt):
        points += worth(card * 17 % 52)
    best = 0
    for number in range(rounds):
        best = max(best, number * 29 % 161)
    return points, best


def shuffles(packs, players):
    order = [pack * 31 % 52 for pack in range(packs)]
    drift = 0
    for place in range(len(order)):
        drift += order[place] * 3
    lucky = 0
    for player in range(players):
        if player % 40 in [3, 7, 12, 21, 33, 39]:
            lucky += 1
    return drift, lucky


def tournament(tables, protests):
    lowest = 500
    for table in range(tables):
        lowest = min(lowest, table * 47 % 499)
    upheld = 0
    for protest in range(protests):
        if protest % 17 == 2 or protest % 17 == 5 or protest % 17 == 16:
            upheld += 1
    return lowest, upheld


def stakes(hands, open_hand):
    played = [hand * 7 % 52 for hand in range(hands)]
    if open_hand:
        seen = 0
        for place in range(len(played)):
            if played[place] > 26:
                seen += 1
        return seen
    paid = 0
    for card in played:
        paid += worth(card)
    return paid


def melds(drawn, laid):
    runs = 0
    for card in range(drawn):
        if card % 52 == 10 or card % 52 == 11 or card % 52 == 12:
            runs += 1
    left = [card * 5 % 52 for card in range(laid)]
    minus = 0
    for place in range(len(left)):
        minus += left[place] * 2
    return runs, minus
