# calls: roster(['Ann', 'Bob', 'Cem', 'Dee', 'Eli', 'Fay'], 70, {'Bob': [3, 4, 5, 20], 'Dee': list(range(10, 17))}), roster(['Al'], 3, {})
SHIFTS = ('early', 'late', 'night')


def available(person, day, absences, last_night):
    if person in absences and day in absences[person]:
        return False
    return last_night.get(person, -9) < day - 1


def roster(people, days, absences):
    worked = {}
    for person in people:
        worked[person] = 0
    last_night = {}
    plan = []
    gaps = 0
    for day in range(days):
        busy = []
        for shift in SHIFTS:
            candidate = None
            for person in people:
                if person in busy or not available(person, day, absences, last_night):
                    continue
                if candidate is None or worked[person] < worked[candidate]:
                    candidate = person
            if candidate is None:
                gaps += 1
                continue
            busy.append(candidate)
            worked[candidate] += 1
            if shift == 'night':
                last_night[candidate] = day
        plan.append('/'.join(busy))
    return plan[:3], worked, gaps
