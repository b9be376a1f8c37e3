# calls: league([('Red', 'Blue', 2, 1), ('Green', 'Red', 0, 0), ('Blue', 'Green', 3, 4), ('Gold', 'Red', 1, 5)] * 9)
def add(table, team, scored, against):
    if team not in table:
        table[team] = {'played': 0, 'points': 0, 'for': 0, 'against': 0}
    row = table[team]
    row['played'] += 1
    row['for'] += scored
    row['against'] += against
    if scored > against:
        row['points'] += 3
    elif scored == against:
        row['points'] += 1


def league(games):
    table = {}
    for home, away, goals, others in games:
        add(table, home, goals, others)
        add(table, away, others, goals)
    order = []
    for team in table:
        row = table[team]
        order.append((-row['points'], -(row['for'] - row['against']), -row['for'], team))
    order.sort()
    lines = []
    for place in range(len(order)):
        team = order[place][3]
        lines.append(f"{place + 1}. {team:<8}{table[team]['played']:>3}{table[team]['points']:>4}")
    return lines
