# calls: rank([('plant %d' % i, 500.0 + 13 * (i % 17), 290.0 + i % 9, 0.30 + i % 5 * 0.02) for i in range(160)])
# calls: rank([('old', 420.0, 300.0, 0.31), ('new', 900.0, 300.0, 0.45), ('odd', 400.0, 300.0, 0.10)])
def carnot(hot, cold):
    return 1.0 - cold / hot


def curzon(hot, cold):
    return 1.0 - (cold / hot) ** 0.5


def grade(share):
    if share > 1.0:
        return 'impossible'
    if share > 0.8:
        return 'excellent'
    if share > 0.6:
        return 'fair'
    return 'poor'


def rank(engines):
    by_grade = {}
    report = ''
    best = None
    for name, hot, cold, efficiency in engines:
        share = efficiency / carnot(hot, cold)
        word = grade(share)
        if word in by_grade:
            by_grade[word].append(name)
        else:
            by_grade[word] = [name]
        if word == 'impossible':
            report += name + ' beats Carnot\n'
            continue
        if efficiency > curzon(hot, cold):
            report += name + ' is better than usual\n'
        if best is None or share > best[0]:
            best = (share, name)
    counts = {}
    for word in by_grade.keys():
        counts[word] = len(by_grade[word])
    return best, counts, len(report)
