# calls: calendar(2459000, 365), calendar(2451549, 40)
def age(day):
    return (day - 2451549.5) % 29.530588


def name_of(moon_age):
    names = ['new', 'waxing crescent', 'first quarter', 'waxing gibbous',
             'full', 'waning gibbous', 'last quarter', 'waning crescent']
    return names[int(moon_age / 29.530588 * 8 + 0.5) % 8]


def calendar(first, days):
    lines = []
    last = ''
    dark = 0
    since = first
    for day in range(first, first + days):
        if name_of(age(day)) != last:
            if last != '':
                lines.append(last + ' for ' + str(day - since) + ' days')
            last = name_of(age(day))
            since = day
        if age(day) < 4 or age(day) > 25.5:
            dark += 1
    kinds = {}
    for line in lines:
        key = line.split(' for ')[0]
        kinds[key] = kinds.get(key, 0) + 1
    return kinds, dark, lines[-1]
