# calls: herd_report([{'tag': 'C%02d' % (i % 17), 'litres': 18.5 + i * 7 % 11, 'day': i // 17, 'sick': i % 23 == 0} for i in range(340)], 5)
# calls: herd_report([{'tag': 'A', 'litres': 20.0, 'day': 0, 'sick': False}], 1)
def mean(values):
    if len(values) == 0:
        return 0.0
    return sum(values) / len(values)


def herd_report(milkings, worst):
    by_cow = {}
    discarded = 0.0
    for milking in milkings:
        if milking['sick']:
            discarded += milking['litres']
            continue
        if milking['tag'] not in by_cow:
            by_cow[milking['tag']] = []
        by_cow[milking['tag']].append(milking['litres'])
    overall = 0.0
    for tag in by_cow:
        for litres in by_cow[tag]:
            overall += litres
    rows = []
    for tag in by_cow:
        rows.append((tag, mean(by_cow[tag]), max(by_cow[tag]) - min(by_cow[tag])))
    rows.sort(key=lambda row: row[1])
    text = ''
    for i in range(len(rows)):
        mark = '*' if i < worst else ' '
        text += mark + rows[i][0] + ' ' + str(round(rows[i][1], 1)) + '\n'
    return text, round(overall, 1), discarded
