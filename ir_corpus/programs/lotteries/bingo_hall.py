# calls: bingo(6, 19), bingo(1, 3)
def shuffled(items, seed):
    items = items[:]
    for i in range(len(items)):
        seed = (seed * 75 + 74) % 65537
        j = seed % len(items)
        items[i], items[j] = items[j], items[i]
    return items, seed


def make_card(seed):
    columns = []
    for c in range(5):
        numbers, seed = shuffled(list(range(c * 15 + 1, c * 15 + 16)), seed)
        columns.append(sorted(numbers[:5]))
    columns[2][2] = 0
    return [[columns[c][r] for c in range(5)] for r in range(5)], seed


def lines(card):
    for row in card:
        yield row
    for c in range(5):
        yield [row[c] for row in card]
    yield [card[i][i] for i in range(5)]
    yield [card[i][4 - i] for i in range(5)]


def missing(line, called):
    return len([n for n in line if n != 0 and n not in called])


def bingo(players, seed):
    cards = []
    for _ in range(players):
        card, seed = make_card(seed)
        cards.append(card)
    balls, seed = shuffled(list(range(1, 76)), seed)
    first_line = None
    closest = []
    for turn in range(4, 76):
        called = balls[:turn]
        gaps = [min(missing(line, called) for line in lines(card)) for card in cards]
        if 0 in gaps:
            first_line = (turn, [p for p in range(players) if gaps[p] == 0], balls[turn - 1])
            break
        closest.append(gaps.index(min(gaps)))
    turn = first_line[0]
    while all(any(n and n not in balls[:turn] for row in card for n in row) for card in cards):
        turn += 1
    return first_line, closest, turn
