# calls: chain([('U', 0.012), ('Th', 0.3), ('Pa', 0.08), ('Pb', 0.0)], 1000.0, 70)
def chain(nuclides, amount, days):
    amounts = {}
    for name, rate in nuclides:
        amounts[name] = 0.0
    amounts[nuclides[0][0]] = amount
    history = []
    for day in range(days):
        lost = []
        for name, rate in nuclides:
            lost.append(amounts[name] * rate)
        for i in range(len(nuclides)):
            name = nuclides[i][0]
            amounts[name] -= lost[i]
            if i > 0:
                amounts[name] += lost[i - 1]
        if day % 10 == 0:
            row = [day]
            for name, rate in nuclides:
                row.append(round(100 * amounts[name] / sum(amounts.values()), 2))
            history.append(row)
    return history
