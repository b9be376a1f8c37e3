# calls: fill_card([[(r * 5 + d * d * 3 + r // 4) % 6 + 1 for d in range(5)] for r in range(40)]), fill_card([[6, 6, 6, 6, 6]])
def same(dice, n):
    for face in range(1, 7):
        if dice.count(face) >= n:
            return True
    return False


def full_house(dice):
    counts = sorted([dice.count(f) for f in range(1, 7)])
    return counts[-1] == 3 and counts[-2] == 2


def straight(dice, length):
    run = 0
    for face in range(1, 7):
        if face in dice:
            run += 1
            if run == length:
                return True
        else:
            run = 0
    return False


def points(dice, box):
    if box in '123456':
        return int(box) * dice.count(int(box))
    if box == 'three':
        return sum(dice) if same(dice, 3) else 0
    if box == 'four':
        return sum(dice) if same(dice, 4) else 0
    if box == 'house':
        return 25 if full_house(dice) else 0
    if box == 'small':
        return 30 if straight(dice, 4) else 0
    if box == 'large':
        return 40 if straight(dice, 5) else 0
    if box == 'five':
        return 50 if same(dice, 5) else 0
    return sum(dice)


def fill_card(throws):
    boxes = ['1', '2', '3', '4', '5', '6', 'three', 'four', 'house', 'small', 'large', 'five', 'chance']
    card = {}
    cards = []
    for dice in throws:
        best = None
        for box in boxes:
            if box not in card and (best is None or points(dice, box) > points(dice, best)):
                best = box
        card[best] = points(dice, best)
        if len(card) == len(boxes):
            upper = sum([card[b] for b in '123456'])
            cards.append(sum(card.values()) + (35 if upper >= 63 else 0))
            card = {}
    return cards, card
