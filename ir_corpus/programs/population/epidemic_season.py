# calls: season({'S': 9990, 'E': 0, 'I': 10, 'R': 0}, 0.5, 160)
# calls: season({'S': 500, 'E': 5, 'I': 0, 'R': 495}, 0.9, 60), season({'S': 20, 'E': 0, 'I': 1, 'R': 0}, 0.05, 300)
def day(people, contact):
    n = people['S'] + people['E'] + people['I'] + people['R']
    infected = contact * people['S'] * people['I'] / n
    sick = people['E'] / 4.0
    healed = people['I'] / 7.0
    after = dict(people)
    after['S'] -= infected
    after['E'] += infected - sick
    after['I'] += sick - healed
    after['R'] += healed
    return after


def contact_on(number, base, closed):
    rate = base
    if number % 7 in (5, 6):
        rate = rate * 0.7
    if closed:
        rate = rate * 0.4
    return rate


def season(people, base, days):
    closed = False
    closures = []
    peak = 0
    peak_day = 0
    total = sum(people.values())
    for number in range(days):
        people = day(people, contact_on(number, base, closed))
        if people['I'] > peak:
            peak = people['I']
            peak_day = number
        if not closed and people['I'] > 0.05 * total:
            closed = True
            closures.append([number, None])
        elif closed and people['I'] < 0.02 * total:
            closed = False
            closures[-1][1] = number
        if people['I'] + people['E'] < 0.5:
            break
    return number, peak_day, round(peak, 1), closures, {k: round(v, 1) for k, v in people.items()}
