# calls: individuals('\n'.join('0 @I%d@ INDI\n1 NAME Jan /%s/\n1 SEX %s\n1 BIRT\n2 DATE %d MAY %d' % (i, ['Smit', 'Bakker', 'Visser'][i % 3], 'MF'[i % 2], i % 28 + 1, 1800 + i) for i in range(40)))
# calls: individuals('0 HEAD\n1 CHAR UTF-8\n0 TRLR')
def split_line(line):
    level, rest = line.split(' ', 1)
    if rest.startswith('@'):
        mark, tag = rest.split(' ', 1)
        return int(level), tag, mark
    if ' ' in rest:
        tag, value = rest.split(' ', 1)
        return int(level), tag, value
    return int(level), rest, ''


def individuals(text):
    people = []
    current = None
    context = []
    for line in text.split('\n'):
        level, tag, value = split_line(line)
        context = context[:level] + [tag]
        if level == 0:
            if tag == 'INDI':
                current = {'id': value.strip('@')}
                people.append(current)
            else:
                current = None
        elif current is not None:
            if tag == 'NAME':
                current['surname'] = value.split('/')[1]
                current['given'] = value.split('/')[0].strip()
            if tag == 'DATE' and 'BIRT' in context:
                current['born'] = int(value.split()[-1])
    surnames = {}
    for p in people:
        s = p.get('surname', '?')
        if s not in surnames:
            surnames[s] = [p['born'], p['born'], 0]
        entry = surnames[s]
        entry[0] = min(entry[0], p['born'])
        entry[1] = max(entry[1], p['born'])
        entry[2] += 1
    return len(people), surnames
