# calls: fractional([{'name': 'ore%d' % i, 'kg': 1.5 + i * 7 % 13, 'worth': 4.0 + i * 11 % 37} for i in range(400)], 1900.0)
# calls: compare([{'name': 'x%d' % i, 'kg': 2.0 + i % 4, 'worth': 3.0 + i * 5 % 9} for i in range(60)], [5.0 * k for k in range(1, 12)])
def density(item):
    return item['worth'] / item['kg']


def fractional(items, limit):
    remaining = limit
    worth = 0.0
    taken = []
    for item in sorted(items, key=lambda it: density(it), reverse=True):
        if remaining <= 0:
            break
        share = min(1.0, remaining / item['kg'])
        worth += share * item['worth']
        remaining -= share * item['kg']
        taken.append((item['name'], round(share * 100, 1)))
    return round(worth, 3), taken


def whole_items(items, limit):
    worth = 0.0
    used = 0.0
    for item in sorted(items, key=density, reverse=True):
        if used + item['kg'] <= limit:
            used = used + item['kg']
            worth = worth + item['worth']
    return worth


def compare(items, limits):
    report = ''
    for limit in limits:
        upper = fractional(items, limit)[0]
        lower = whole_items(items, limit)
        gap = (upper - lower) / upper * 100
        report += '%6.1f: %.2f .. %.2f' % (limit, lower, upper)
        if gap > 10:
            report += ' *'
        report += '\n'
    return report
