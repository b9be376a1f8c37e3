# calls: shuffles_until_sorted(16), shuffles_until_sorted(7), trick(27, 11)
def riffle(deck):
    half = (len(deck) + 1) // 2
    left = deck[:half]
    right = deck[half:]
    mixed = []
    for i in range(len(left)):
        mixed.append(left[i])
        if i < len(right):
            mixed.append(right[i])
    return mixed


def shuffles_until_sorted(size):
    deck = list(range(size))
    start = list(range(size))
    count = 0
    fixed = []
    while True:
        deck = riffle(deck)
        count += 1
        same = 0
        for i in range(len(deck)):
            if deck[i] == start[i]:
                same += 1
        fixed.append(same)
        if deck == start:
            return count, fixed


def trick(size, chosen):
    deck = list(range(size))
    for _ in range(3):
        piles = [[], [], []]
        for i in range(len(deck)):
            piles[i % 3].append(deck[i])
        for k in range(3):
            if chosen in piles[k]:
                middle = k
        deck = piles[(middle + 1) % 3] + piles[middle] + piles[(middle + 2) % 3]
    return deck.index(chosen), deck[size // 2]
