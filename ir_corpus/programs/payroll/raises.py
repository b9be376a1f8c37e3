# calls: raises([('p%d' % i, 30000 + i * 1371 % 9000, i * 7 % 5 + 1, 'ABC'[i % 3]) for i in range(45)], 60000.0)
def band_average(people, band):
    total = 0
    count = 0
    for name, salary, rating, other in people:
        if other == band:
            total += salary
            count += 1
    return total / count


def raises(people, budget):
    wishes = []
    for name, salary, rating, band in people:
        if rating >= 4:
            percent = 4.0
        elif rating == 3:
            percent = 2.5
        else:
            percent = 0.0
        # those below the average of their band get a little more
        if salary < band_average(people, band) and percent > 0:
            percent += 1
        wishes.append(salary * percent / 100)
    factor = 1.0
    if sum(wishes) > budget:
        factor = budget / sum(wishes)
    result = []
    changed = 0
    for i in range(len(people)):
        new = round(people[i][1] + wishes[i] * factor, -1)
        if new != people[i][1]:
            changed += 1
        result.append((people[i][0], new, round(new / band_average(people, people[i][3]), 3)))
    return result, changed, factor
