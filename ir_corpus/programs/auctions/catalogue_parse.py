# calls: catalogue('\n'.join('%d%s. %s, c. %d. Est. %d-%d%s' % (i, 'A' if i % 17 == 0 else '', ['Clock', 'Pair of chairs', 'Watercolour', 'Silver box'][i % 4], 1700 + i, 100 + i * 5, 150 + i * 7, ' *' if i % 6 == 0 else '') for i in range(1, 130))), catalogue('preface\n1. Book. Est. 10\n\n2B. Lamp. Est. 30-20')
def number_part(text):
    digits = ''
    for ch in text:
        if ch.isdigit():
            digits += ch
        else:
            break
    return digits


def estimate(text):
    where = text.find('Est. ')
    if where < 0:
        return None
    rest = text[where + 5:].replace('*', '').strip()
    if '-' in rest:
        low, high = rest.split('-')
    else:
        low = high = rest
    low, high = int(low), int(high)
    if low > high:
        low, high = high, low
    return low, high


def catalogue(text):
    lots = []
    noise = []
    for line in text.split('\n'):
        line = line.strip()
        digits = number_part(line)
        if digits == '' or estimate(line) is None:
            if line:
                noise.append(line)
            continue
        title = line[line.find('. ') + 2:line.find('Est.')]
        title = title.rstrip(' .')
        year = None
        if ', c. ' in title:
            title, tail = title.split(', c. ')
            year = int(number_part(tail))
        lots.append({'no': int(digits), 'title': title, 'year': year, 'est': estimate(line), 'star': line.endswith('*')})
    low = sum(lot['est'][0] for lot in lots)
    high = sum(lot['est'][1] for lot in lots)
    titles = {}
    for lot in lots:
        titles[lot['title']] = titles.get(lot['title'], 0) + (2 if lot['title'].startswith('Pair') else 1)
    oldest = min((lot for lot in lots if lot['year']), key=lambda lot: lot['year'], default=None)
    return len(lots), low, high, titles, oldest, noise
