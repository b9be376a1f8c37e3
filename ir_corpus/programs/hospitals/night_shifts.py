# calls: rota(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn'], 45, {'Ada': [1, 2, 3, 9], 'Dan': list(range(10, 24))})
# calls: rota(['Ada'], 8, {})
def rota(nurses, nights, away):
    plan = []
    worked = {}
    for nurse in nurses:
        worked[nurse] = 0
    gaps = []
    for night in range(nights):
        team = []
        while len(team) < 2:
            best = None
            for nurse in nurses:
                if nurse in team:
                    continue
                if nurse in away and night in away[nurse]:
                    continue
                if night >= 2 and nurse in plan[night - 1] and nurse in plan[night - 2]:
                    continue
                if best is None or worked[nurse] < worked[best]:
                    best = nurse
            if best is None:
                gaps.append(night)
                break
            team.append(best)
            worked[best] += 1
        plan.append(team)
    text = ''
    for night in range(len(plan)):
        text += str(night + 1) + ': ' + ' and '.join(plan[night]) + '\n'
    return text, worked, gaps
