# calls: grow(60, 3)
# calls: grow(25, 6)
def grow(months, lifetime):
    ages = [0] * lifetime
    ages[0] = 1
    history = []
    month = 0
    while month < months:
        newborn = 0
        for age in range(len(ages)):
            if age >= 1:
                newborn = newborn + ages[age]
        following = [0] * lifetime
        following[0] = newborn
        for age in range(lifetime - 1):
            following[age + 1] = ages[age]
        ages = following
        total = 0
        for count in ages:
            total += count
        history.append(total % 1000003)
        month += 1
    return history
