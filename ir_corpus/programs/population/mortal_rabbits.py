# calls: colony(60, 2, 6, 50000), colony(15, 1, 3, 100)
# calls: colony(400, 3, 12, 10 ** 9)
def breed(ages, mature):
    pairs = 0
    for age in range(mature, len(ages)):
        pairs = pairs + ages[age]
    return pairs


def hunt(ages, limit):
    shot = 0
    while sum(ages) > limit:
        for age in range(len(ages)):
            removed = (ages[age] + 1) // 2
            ages[age] -= removed
            shot += removed
    return shot


def colony(months, mature, lifetime, limit):
    ages = [0] * lifetime
    ages[0] = 1
    log = []
    total_shot = 0
    month = 1
    while month <= months:
        young = breed(ages, mature)
        ages.insert(0, young)
        ages.pop()
        total_shot += hunt(ages, limit)
        if sum(ages) == 0:
            return 'died out', month, log
        if month % 5 == 0:
            log.append(sum(ages))
        month += 1
    return ages, total_shot, log
