# calls: dhondt([3400, 2800, 1600, 600, 250], 40)
def quotient(votes, seats):
    return votes / (seats + 1)


def dhondt(votes, seats):
    parties = len(votes)
    given = [0] * parties
    assigned = 0
    while assigned < seats:
        best = 0
        for party in range(1, parties):
            if quotient(votes[party], given[party]) > quotient(votes[best], given[best]):
                best = party
        given[best] += 1
        assigned += 1
    total = 0
    for count in votes:
        total += count
    errors = []
    for party in range(parties):
        errors.append(abs(given[party] / seats - votes[party] / total))
    worst = 0.0
    for error in errors:
        worst = max(worst, error)
    return given, worst
