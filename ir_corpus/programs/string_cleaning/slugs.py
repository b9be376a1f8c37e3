# calls: slugs(['Ein schöner Tag — Nr. %d!' % (i % 13) for i in range(40)] + ['  Größe & Maße  '] * 4), slugs(['---', 'A'])
TABLE = {'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', 'é': 'e', 'è': 'e', 'ñ': 'n', '&': 'and'}


def slug(title):
    out = []
    for ch in title.lower():
        if ch in TABLE:
            out.append(TABLE[ch])
        elif ch.isalnum() and ord(ch) < 128:
            out.append(ch)
        elif out and out[-1] != '-':
            out.append('-')
    while out and out[-1] == '-':
        out.pop()
    return ''.join(out) or 'untitled'


def unique(wanted, taken):
    if wanted not in taken:
        return wanted
    n = 2
    while wanted + '-' + str(n) in taken:
        n += 1
    return wanted + '-' + str(n)


def shorten(text, limit):
    if len(text) <= limit:
        return text
    parts = text.split('-')
    while len('-'.join(parts)) > limit and len(parts) > 1:
        parts.pop()
    return '-'.join(parts)[:limit]


def slugs(titles):
    taken = []
    for title in titles:
        taken.append(unique(shorten(slug(title), 22), taken))
    return taken
