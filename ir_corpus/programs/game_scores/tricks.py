# calls: play_hands([[(i * 17 + h * 5) % 52 for i in range(52)] for h in range(9)], 'S'), play_hands([list(range(52))], 'H')
SUITS = 'CDHS'
RANKS = '23456789TJQKA'


def card_name(n):
    return RANKS[n % 13] + SUITS[n // 13]


def strength(card, led, trump):
    value = RANKS.index(card[0])
    if card[1] == trump:
        return value + 100
    if card[1] == led:
        return value
    return -1


def choose(hand, trick, trump):
    if not trick:
        return max(hand, key=lambda c: (RANKS.index(c[0]), c))
    led = trick[0][1]
    follow = [c for c in hand if c[1] == led]
    if not follow:
        trumps = [c for c in hand if c[1] == trump]
        if trumps:
            return min(trumps, key=lambda c: RANKS.index(c[0]))
        return min(hand, key=lambda c: (RANKS.index(c[0]), c))
    top = max(strength(c, led, trump) for c in trick)
    winners = [c for c in follow if strength(c, led, trump) > top]
    return max(winners or follow, key=lambda c: RANKS.index(c[0])) if winners else min(follow, key=lambda c: RANKS.index(c[0]))


def play(deck, trump):
    hands = [sorted(card_name(n) for n in deck[k::4]) for k in range(4)]
    lead = 0
    won = [0, 0, 0, 0]
    while hands[0]:
        trick = []
        for k in range(4):
            hand = hands[(lead + k) % 4]
            card = choose(hand, trick, trump)
            hand.remove(card)
            trick.append(card)
        best = max(range(4), key=lambda k: strength(trick[k], trick[0][1], trump))
        lead = (lead + best) % 4
        won[lead] += 1
    return won


def play_hands(decks, trump):
    results = [play(deck, trump) for deck in decks]
    sides = [(r[0] + r[2], r[1] + r[3]) for r in results]
    return results, [sum(s) for s in zip(*sides)]
