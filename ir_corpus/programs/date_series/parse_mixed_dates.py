# calls: sort_entries([['%d.%d.%d' % (i % 28 + 1, i % 12 + 1, 1990 + i % 30), '%d/%d/%d' % (i % 12 + 1, i % 28 + 1, 1995 + i % 20), '%d %s %d' % (i % 28 + 1, 'MarchMayAugust'[0:5] if i % 2 else 'August', 2001 + i % 9), 'soon'][i % 4] for i in range(150)])
# calls: sort_entries(['1 Foo 2000', '31.12.1999', '13/1/2000', ''])
MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']


def month_number(name):
    name = name.lower()
    for i in range(len(MONTHS)):
        if MONTHS[i].startswith(name) and len(name) >= 3:
            return i + 1
    return 0


def parse(text):
    if '.' in text:
        d, m, y = text.split('.')
        return int(y), int(m), int(d)
    if '/' in text:
        m, d, y = text.split('/')
        return int(y), int(m), int(d)
    parts = text.split()
    if len(parts) == 3 and parts[0].isdigit() and parts[2].isdigit():
        return int(parts[2]), month_number(parts[1]), int(parts[0])
    return None


def valid(date):
    if date is None:
        return False
    y, m, d = date
    return 1900 <= y <= 2100 and 1 <= m <= 12 and 1 <= d <= 31


def sort_entries(texts):
    good = []
    bad = []
    for text in texts:
        if valid(parse(text)):
            good.append(parse(text))
        else:
            bad.append(text)
    good.sort()
    decades = {}
    for date in good:
        decade = str(date[0] // 10 * 10) + 's'
        decades.setdefault(decade, []).append(date)
    return good[:4], len(bad), {k: len(v) for k, v in decades.items()}
