# calls: table([5, 10, 20, 23, 30, 40], 365), table([3, 4, 6], 12)
def shared(people, days):
    apart = 1.0
    for k in range(people):
        apart *= (days - k) / days
    return 1 - apart


def smallest_group(chance, days):
    people = 1
    while shared(people, days) < chance:
        people += 1
    return people


def table(groups, days):
    lines = []
    for people in groups:
        percent = shared(people, days) * 100
        pairs = 0
        for i in range(people):
            pairs += i
        bar = ''
        while len(bar) < percent / 5:
            bar += '#'
        lines.append(f"{people:3d} {pairs:4d} {percent:5.1f} {bar}")
    return lines, smallest_group(0.5, days)
