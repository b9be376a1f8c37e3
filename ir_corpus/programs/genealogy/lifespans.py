# calls: life_table([(1700 + i * 3 % 120, 1700 + i * 3 % 120 + (i * i * 7) % 91) for i in range(220)])
# calls: life_table([(1900, 1900), (1900, 1960), (1850, 1899)])
def age_at_death(person):
    born, died = person
    return died - born


def life_table(people, step=10):
    ages = [age_at_death(p) for p in people]
    table = []
    lower = 0
    while lower <= max(ages):
        alive = 0
        dead = 0
        years = 0
        for a in ages:
            if a >= lower:
                alive += 1
                years += a - lower
                if a < lower + step:
                    dead += 1
        if alive == 0:
            break
        table.append((lower, alive, dead / alive, years / alive))
        lower += step
    by_century = {}
    for p in people:
        century = p[0] // 100 + 1
        if century in by_century:
            by_century[century].append(age_at_death(p))
        else:
            by_century[century] = [age_at_death(p)]
    medians = []
    for century in sorted(by_century):
        s = sorted(by_century[century])
        middle = len(s) // 2
        if len(s) % 2 == 1:
            medians.append((century, s[middle]))
        else:
            medians.append((century, (s[middle - 1] + s[middle]) / 2))
    return table, medians
