# calls: war([r + s for s in 'SHDC' for r in '7A39TK'], [r + s for s in 'HCSD' for r in '82JQ45'], 120)
class Player:
    def __init__(self, name, cards):
        self.name = name
        self.cards = cards
        self.won = 0

    @property
    def alive(self):
        return len(self.cards) > 0

    def play(self):
        return self.cards.pop(0)


def rank(card):
    return '23456789TJQKA'.find(card[0])


def war(first, second, limit):
    a = Player('A', list(first))
    b = Player('B', list(second))
    turns = 0
    pile = []
    ties = 0
    longest_pile = 0
    while a.alive and b.alive and turns < limit:
        one = a.play()
        two = b.play()
        pile.append(one)
        pile.append(two)
        turns += 1
        longest_pile = max(longest_pile, len(pile))
        if rank(one) == rank(two):
            ties += 1
            continue
        winner = a if rank(one) > rank(two) else b
        for card in sorted(pile, key=rank, reverse=True):
            winner.cards.append(card)
        winner.won += 1
        pile = []
    return turns, ties, longest_pile, [(p.name, p.won, len(p.cards), sum(rank(c) for c in p.cards)) for p in (a, b)]
