# calls: claims('ann:train 45.50;ann:meal 12;bob:taxi 30.25;cy:hotel 99.90;bob:meal 55;ann:taxi 18.75;bob:train' * 1 + ';dee:meal 9.99' * 60, {'meal': 25.0, 'taxi': 30.0})
def read(text):
    records = []
    broken = []
    for part in text.split(';'):
        who, rest = part.split(':')
        pieces = rest.split(' ')
        if len(pieces) < 2:
            broken.append(part)
            continue
        records.append({'who': who, 'what': pieces[0], 'cents': round(float(pieces[1]) * 100)})
    return records, broken


def allowed(record, limits):
    if record['what'] in limits:
        return min(record['cents'], int(limits[record['what']] * 100))
    return record['cents']


def euros(cents):
    return str(cents // 100) + '.' + str(cents % 100).zfill(2)


def claims(text, limits):
    records, broken = read(text)
    people = {}
    for record in records:
        people.setdefault(record['who'], []).append(record)
    letter = ''
    for who in sorted(people):
        paid = 0
        cut = 0
        for record in people[who]:
            paid += allowed(record, limits)
            cut += record['cents'] - allowed(record, limits)
        letter += who.title() + ' gets ' + euros(paid)
        if cut > 0:
            letter += ' (less ' + euros(cut) + ')'
        letter += '\n'
    return letter, broken
