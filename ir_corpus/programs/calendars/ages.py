# calls: report([('P%d' % i, 1940 + i * 7 % 80, i * 5 % 12 + 1, i * 11 % 28 + 1) for i in range(60)], (2024, 6, 15), 30)
def age(born, today):
    years = today[0] - born[0]
    if (today[1], today[2]) < (born[1], born[2]):
        years -= 1
    return years


def days_until(born, today):
    def number(month, day):
        return (month - 1) * 30 + day

    gap = number(born[1], born[2]) - number(today[1], today[2])
    if gap < 0:
        gap += 360
    return gap


def report(people, today, ahead):
    groups = {'child': [], 'adult': [], 'senior': []}
    soon = []
    for name, year, month, day in people:
        born = (year, month, day)
        if age(born, today) < 18:
            groups['child'].append(name)
        elif age(born, today) < 67:
            groups['adult'].append(name)
        else:
            groups['senior'].append(name)
        if days_until(born, today) <= ahead:
            line = name + ' will be ' + str(age(born, today) + 1)
            if (age(born, today) + 1) % 10 == 0:
                line += '!'
            soon.append((days_until(born, today), line))
    soon.sort()
    total = 0
    for person in people:
        total += age(person[1:], today)
    return {name: len(groups[name]) for name in groups}, [line for days, line in soon], total / len(people)
