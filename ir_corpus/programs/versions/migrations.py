# calls: migrate([{'v': i % 4, 'name': 'Ada B%d' % i, 'first': 'Ada', 'tel': '0%d' % (i * 97)} for i in range(110)]), migrate([{'v': 9}]), migrate([])
def split_name(record):
    first, _, last = record.get('name', '').partition(' ')
    record['first'] = first
    record['last'] = last
    return record


def phone_list(record):
    number = record.pop('tel', '')
    record['phones'] = [number] if number else []
    return record


def international(record):
    phones = []
    for number in record.get('phones', []):
        if number.startswith('0'):
            number = '+41' + number[1:]
        phones.append(number)
    record['phones'] = phones
    return record


def drop_name(record):
    return {key: value for key, value in record.items() if key != 'name'}


STEPS = {0: split_name, 1: phone_list, 2: international, 3: drop_name}


def upgrade(record):
    record = dict(record)
    applied = 0
    while record['v'] in STEPS:
        version = record['v']
        record = STEPS[version](record)
        record['v'] = version + 1
        applied += 1
    return record, applied


def migrate(records):
    work = {}
    lacking = 0
    samples = []
    for record in records:
        new, applied = upgrade(record)
        work[applied] = work.get(applied, 0) + 1
        if any(key not in new for key in ('first', 'last', 'phones')):
            lacking += 1
        elif len(samples) < 2:
            samples.append(sorted(new.items()))
    twice = [upgrade(upgrade(r)[0])[1] for r in records]
    return work, lacking, samples, sum(twice)
