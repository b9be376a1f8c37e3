# calls: fill([{'day': i, 'level': None if i % 7 in [2, 3] or i % 31 == 5 else 100 + i * 3 % 20} for i in range(200)], 4)
# calls: fill([{'day': 0, 'level': None}, {'day': 1, 'level': 5}, {'day': 9, 'level': 9}] , 3), fill([{'day': i * i, 'level': i if i % 5 == 0 else None} for i in range(120)], 60)
def next_known(records, i):
    j = i
    while j < len(records) and records[j]['level'] is None:
        j += 1
    if j == len(records):
        return None
    return j


def between(a, b, day):
    return a['level'] + (b['level'] - a['level']) * (day - a['day']) / (b['day'] - a['day'])


def fill(records, longest):
    filled = []
    notes = {'known': 0, 'filled': 0, 'edge': 0, 'too long': 0}
    last = None
    for i in range(len(records)):
        record = records[i]
        if record['level'] is not None:
            filled.append(record['level'])
            notes['known'] += 1
            last = record
            continue
        j = next_known(records, i)
        if last is None or j is None:
            filled.append(None)
            notes['edge'] += 1
        elif records[j]['day'] - last['day'] > longest:
            filled.append(None)
            notes['too long'] += 1
        else:
            filled.append(round(between(last, records[j], record['day']), 2))
            notes['filled'] += 1
    known = [v for v in filled if v is not None]
    return filled, notes, sum(known) / len(known)
