# calls: standardise(['dr. anna-lena VON der heide', "O'NEILL,  shaun", 'prof. dr. Max mustermann jr.', 'mary  ann smith'] * 20), standardise(['x', 'Madonna'])
import re

TITLES = ('dr', 'prof', 'mr', 'mrs', 'ms', 'sir')
SMALL = ('von', 'van', 'der', 'de', 'la', 'zu')


def cap(word):
    if word in SMALL:
        return word
    return '-'.join("'".join(s[:1].upper() + s[1:] for s in part.split("'")) for part in word.split('-'))


def parse_name(raw):
    text = re.sub(r'\s+', ' ', raw).strip().lower()
    if ',' in text:
        last, first = [s.strip() for s in text.split(',', 1)]
        text = first + ' ' + last
    words = text.split(' ')
    titles = []
    while words and words[0].rstrip('.') in TITLES:
        titles.append(words.pop(0).rstrip('.').capitalize() + '.')
    suffix = ''
    if len(words) > 1 and words[-1] in ('jr.', 'jr', 'sr.', 'ii', 'iii'):
        suffix = words.pop().rstrip('.')
    first = words[:-1]
    last = words[-1:]
    while first and first[-1] in SMALL:
        last.insert(0, first.pop())
    return titles, [cap(w) for w in first], [cap(w) for w in last], suffix


def initials(first):
    return ' '.join(piece[0] + '.' for name in first for piece in name.split('-'))


def standardise(raw_names):
    seen = {}
    for raw in raw_names:
        titles, first, last, suffix = parse_name(raw)
        key = ' '.join(last) + ', ' + initials(first) if first else ' '.join(last)
        entry = seen.setdefault(key, {'count': 0, 'titles': [], 'suffix': suffix})
        entry['count'] += 1
        for t in titles:
            if t not in entry['titles']:
                entry['titles'].append(t)
    return seen
