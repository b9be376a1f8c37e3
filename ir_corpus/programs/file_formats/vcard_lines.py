# calls: contacts('\r\n'.join('BEGIN:VCARD\r\nFN:Person %d\r\nTEL;TYPE=home,voice:+41 %d\r\nNOTE:long text that was\r\n  folded %d\r\nEND:VCARD' % (i % 30, i * 7919, i) for i in range(40)))
# calls: contacts('BEGIN:VCARD\r\nFN:X\r\nEND:VCARD'), contacts('FN:lost')
class Card:
    def __init__(self):
        self.fields = []

    def add(self, line):
        left, value = line.split(':', 1)
        parts = left.split(';')
        types = []
        for part in parts[1:]:
            key, eq, values = part.partition('=')
            if key == 'TYPE':
                types.extend(values.split(','))
        self.fields.append((parts[0].upper(), types, value))

    def first(self, name):
        for field in self.fields:
            if field[0] == name:
                return field[2]
        return ''


def unfold(text):
    lines = []
    for line in text.split('\r\n'):
        if line.startswith(' ') and lines:
            lines[-1] = lines[-1] + line[1:]
        else:
            lines.append(line)
    return lines


def digits(phone):
    kept = ''
    for c in phone:
        if c in '0123456789':
            kept += c
    return kept


def contacts(text):
    cards = []
    current = None
    stray = 0
    for line in unfold(text):
        if line == 'BEGIN:VCARD':
            current = Card()
        elif line == 'END:VCARD':
            cards.append(current)
            current = None
        elif current is None:
            stray += 1
        else:
            current.add(line)
    people = {}
    for card in cards:
        people.setdefault(card.first('FN'), []).append(digits(card.first('TEL')))
    twice = sorted(name for name in people if len(people[name]) > 1)
    return len(cards), stray, twice, max((len(card.first('NOTE')) for card in cards), default=0)
