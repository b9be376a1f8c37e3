# calls: coalitions({'red': 31, 'blue': 28, 'green': 14, 'gold': 9, 'grey': 11, 'pink': 7}, [('red', 'grey')])
# calls: coalitions({'a': 2, 'b': 3}, [])
from itertools import combinations


def seats_of(seats, parties):
    total = 0
    for party in parties:
        total += seats[party]
    return total


def willing(parties, feuds):
    for one, other in feuds:
        if one in parties and other in parties:
            return False
    return True


def coalitions(seats, feuds):
    needed = sum(seats.values()) // 2 + 1
    found = []
    power = {party: 0 for party in seats}
    for size in range(1, len(seats) + 1):
        for parties in combinations(seats, size):
            if seats_of(seats, parties) < needed:
                continue
            for party in parties:
                if seats_of(seats, parties) - seats[party] < needed:
                    power[party] += 1
            spare = min([seats[party] for party in parties])
            if willing(parties, feuds) and seats_of(seats, parties) - spare < needed:
                found.append((seats_of(seats, parties), parties))
    strongest = max(power.values())
    return sorted(found)[:5], [party for party in power if power[party] == strongest]
