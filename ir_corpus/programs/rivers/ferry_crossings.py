# calls: crossings('PPSLVPGPPLSVVPPLGPPSPVLLPPGS' * 5, 7), crossings('', 5), crossings('LLL', 2)
SIZES = {'P': 1, 'S': 1, 'V': 2, 'L': 4, 'G': 2}
TOLL = {'P': 350, 'S': 300, 'V': 700, 'L': 1900, 'G': 0}


def may_board(deck, kind):
    if kind == 'G':
        return 'S' not in deck
    if kind == 'S':
        return 'G' not in deck
    return True


def fill(queue, room):
    deck = ''
    waiting = ''
    for kind in queue:
        if SIZES[kind] <= room and may_board(deck, kind) and len(waiting) < 3:
            deck += kind
            room -= SIZES[kind]
        else:
            waiting += kind
    return deck, waiting, room


def crossings(queue, room):
    trips = []
    empty = 0
    money = 0
    while queue:
        deck, queue, left = fill(queue, room)
        if not deck:
            return trips, 'stuck', queue
        empty += left
        trips.append(''.join(sorted(deck)))
        for kind in 'PSVLG':
            money += deck.count(kind) * TOLL[kind]
    common = sorted({t for t in trips}, key=lambda t: (-trips.count(t), t))
    return len(trips), empty, money, common[:4]
