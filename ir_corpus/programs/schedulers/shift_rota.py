# calls: rota(['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'], 18, {('Ann', 3), ('Bo', 4), ('Cy', 9)}), rota(['Solo'], 3, set())
SHIFTS = ('early', 'late', 'night')


def allowed(person, day, shift, roster, leave):
    if (person, day) in leave:
        return False
    if person in roster.get(day, {}).values():
        return False
    if day > 0 and shift == 'early' and roster[day - 1].get('night') == person:
        return False
    recent = 0
    for before in range(max(0, day - 5), day):
        if person in roster[before].values():
            recent += 1
    return recent < 5


def load(person, roster):
    total = 0
    for day in roster:
        for shift in roster[day]:
            if roster[day][shift] == person:
                total += 2 if shift == 'night' else 1
    return total


def rota(people, days, leave):
    roster = {}
    gaps = []
    for day in range(days):
        roster[day] = {}
        for shift in SHIFTS:
            candidates = [p for p in people if allowed(p, day, shift, roster, leave)]
            if candidates:
                roster[day][shift] = min(candidates, key=lambda p: load(p, roster))
            else:
                gaps.append((day, shift))
    nights = {}
    for day in roster:
        who = roster[day].get('night', 'nobody')
        nights[who] = nights.get(who, 0) + 1
    return gaps, nights, {p: load(p, roster) for p in people}
