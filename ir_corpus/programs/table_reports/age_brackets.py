# calls: survey([(18 + i * 11 % 60, 'fm'[i % 2], i * 7 % 5 + 1) for i in range(170)]), survey([(17, 'f', 3)])
BRACKETS = [(0, 17), (18, 24), (25, 34), (35, 49), (50, 64), (65, 120)]


def bracket(age):
    for k, (low, high) in enumerate(BRACKETS):
        if low <= age <= high:
            return k
    return -1


def mean(values):
    if len(values) == 0:
        return None
    return round(sum(values) / len(values), 2)


def spread(values):
    if len(values) < 2:
        return None
    m = sum(values) / len(values)
    return round((sum([(v - m) ** 2 for v in values]) / (len(values) - 1)) ** 0.5, 2)


def survey(answers):
    result = []
    for k in range(len(BRACKETS)):
        women = [a[2] for a in answers if bracket(a[0]) == k and a[1] == 'f']
        men = [a[2] for a in answers if bracket(a[0]) == k and a[1] == 'm']
        both = women + men
        label = str(BRACKETS[k][0]) + '-' + str(BRACKETS[k][1])
        share = len(both) * 100 // len(answers)
        counts = [both.count(mark) for mark in range(1, 6)]
        result.append((label, mean(women), mean(men), mean(both), spread(both), share, counts))
    return result
