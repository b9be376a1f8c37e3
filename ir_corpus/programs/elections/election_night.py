# calls: night([('D%02d' % (i % 12), i * 17 % 90 + 10, i * 11 % 60 + 5, i % 3 == 0) for i in range(110)])
def percent(part, whole):
    if whole == 0:
        return '-'
    return f"{100 * part / whole:.1f}%"


def night(reports):
    districts = {}
    for district, registered, voted, is_mail in reports:
        if district in districts:
            row = districts[district]
        else:
            row = {'registered': 0, 'voted': 0, 'mail': 0}
            districts[district] = row
        row['registered'] = row['registered'] + registered
        row['voted'] = row['voted'] + min(voted, registered)
        if is_mail:
            row['mail'] = row['mail'] + min(voted, registered)
    table = ''
    suspicious = []
    for district in sorted(districts):
        row = districts[district]
        table += district + ' ' + percent(row['voted'], row['registered'])
        table += ' (mail ' + percent(row['mail'], row['voted']) + ')\n'
        if row['voted'] / row['registered'] > 0.6 or row['mail'] > row['voted'] / 2:
            suspicious.append(district)
    return table, suspicious
