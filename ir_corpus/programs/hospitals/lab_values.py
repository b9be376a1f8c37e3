# calls: letters([(i % 25, ['Na', 'K', 'Ca', 'Hb', 'CRP'][i % 5], [139, 4.1, 2.9, 10.4, 3, 151, 5.9][i % 7]) for i in range(250)])
NORMAL = {'Na': (135, 145), 'K': (3.5, 5.1), 'Ca': (2.2, 2.6), 'Hb': (12, 17)}


def flag(name, value):
    low, high = NORMAL[name]
    if value < low:
        return '-'
    if value > high:
        return '+'
    return ''


def letters(results):
    patients = []
    for number, name, value in results:
        if number not in patients:
            patients.append(number)
    texts = []
    urgent = []
    unknown = set()
    for number in patients:
        text = 'Patient ' + str(number) + ':'
        odd = 0
        for who, name, value in results:
            if who != number:
                continue
            try:
                mark = flag(name, value)
            except KeyError:
                unknown.add(name)
                continue
            if mark != '':
                odd += 1
                text += ' ' + name + mark
        if odd > 6:
            urgent.append(number)
        texts.append(text)
    return texts[:2], urgent, sorted(unknown)
