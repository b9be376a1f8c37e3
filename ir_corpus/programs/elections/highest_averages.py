# calls: seats({'red': 41200, 'blue': 38750, 'green': 12010, 'gold': 5400, 'grey': 900}, 45, 0.03)
def share(votes, party):
    total = 0
    for name in votes:
        total += votes[name]
    return votes[party] / total


def seats(votes, count, threshold):
    given = {}
    for party in votes:
        if share(votes, party) >= threshold:
            given[party] = 0
    for _ in range(count):
        best = None
        for party in given:
            if best is None or votes[party] / (given[party] + 1) > votes[best] / (given[best] + 1):
                best = party
        given[best] += 1
    distortion = 0.0
    for party in given:
        distortion += abs(given[party] / count - share(votes, party))
    return given, round(distortion, 4)
