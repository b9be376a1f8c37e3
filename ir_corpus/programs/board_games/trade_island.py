# calls: settle_game([(6, 'ore'), (8, 'wood'), (5, 'wheat'), (9, 'sheep'), (4, 'clay'), (10, 'wood'), (3, 'wheat'), (11, 'clay'), (2, 'sheep')], 3, 70), settle_game([(7, 'ore')], 1, 4)
COSTS = {
    'city': {'ore': 3, 'wheat': 2},
    'village': {'wood': 1, 'clay': 1, 'wheat': 1, 'sheep': 1},
    'road': {'wood': 1, 'clay': 1},
}
POINTS = {'city': 2, 'village': 1, 'road': 0}


def dice(turn):
    a = (turn * turn * 7 + turn * 3 + 1) % 6 + 1
    b = (turn * 11 + turn // 5) % 6 + 1
    return a + b


def affordable(hand, name):
    return all(hand.get(k, 0) >= n for k, n in COSTS[name].items())


def swap_surplus(hand):
    most = max(hand, key=lambda k: hand[k])
    least = min(hand, key=lambda k: hand[k])
    if hand[most] >= 4 + hand[least]:
        hand[most] -= 4
        hand[least] += 1
        return True
    return False


def settle_game(fields, players, turns):
    hands = [dict.fromkeys(['ore', 'wood', 'wheat', 'sheep', 'clay'], 0) for _ in range(players)]
    built = [{'city': 0, 'village': 2, 'road': 2} for _ in range(players)]
    for turn in range(turns):
        thrown = dice(turn)
        for p in range(players):
            if thrown == 7 and sum(hands[p].values()) > 7:
                for kind in hands[p]:
                    hands[p][kind] //= 2
            for k, (number, kind) in enumerate(fields):
                if number == thrown and (k + p) % players != 0:
                    hands[p][kind] += built[p]['village'] + 2 * built[p]['city']
        p = turn % players
        while swap_surplus(hands[p]):
            pass
        for name in COSTS:
            if affordable(hands[p], name):
                for kind, n in COSTS[name].items():
                    hands[p][kind] -= n
                built[p][name] += 1
                break
        points = sum(POINTS[name] * n for name, n in built[p].items())
        if points >= 10:
            return p, turn, built
    return None, turns, built
