# calls: statement([('m%02d' % (i % 20), 60 + i * 37 % 300, i % 3 == 0, 2020 + i % 5) for i in range(200)], 2024, {'gold': 3000, 'silver': 1200})
def points_for(spent, app):
    points = int(spent) * 2
    if app:
        points = points * 11 // 10
    return points


def status(points, levels):
    for name in sorted(levels, key=lambda level: -levels[level]):
        if points >= levels[name]:
            return name
    return 'basic'


def statement(stays, this_year, levels):
    members = {}
    for member, spent, app, year in stays:
        if this_year - year > 3:
            continue
        account = members.get(member)
        if account is None:
            account = {'points': 0, 'stays': 0, 'last': 0}
            members[member] = account
        account['points'] += points_for(spent, app)
        account['stays'] += 1
        if year > account['last']:
            account['last'] = year
    groups = {'gold': [], 'silver': [], 'basic': []}
    for member in members:
        groups[status(members[member]['points'], levels)].append(member)
    lines = ''
    for name in ['gold', 'silver', 'basic']:
        lines += name.upper() + ' (' + str(len(groups[name])) + ')\n'
        for member in sorted(groups[name]):
            lines += '  ' + member + ' ' + str(members[member]['points'])
            missing = levels['gold'] - members[member]['points']
            if 0 < missing < 600:
                lines += ', only ' + str(missing) + ' to go'
            lines += '\n'
    return lines
