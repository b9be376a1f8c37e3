# calls: register(['SU%d|%s|%d|%sg' % (100 + i % 9, ['sherd', 'bone', 'flint', 'nail'][i * i % 4], i % 6 + 1, i * 13 % 97) for i in range(160)])
# calls: register(['SU1|bead|x|3g', ''])
class Register:
    def __init__(self):
        self.rows = []
        self.bad = []

    def add(self, line):
        cells = line.split('|')
        if len(cells) != 4:
            self.bad.append(line)
            return
        if not cells[2].isdigit() or not cells[3].endswith('g'):
            self.bad.append(line)
            return
        self.rows.append((cells[0], cells[1], int(cells[2]), int(cells[3][:-1])))

    def units(self):
        seen = []
        for row in self.rows:
            if row[0] not in seen:
                seen.append(row[0])
        return seen

    def kinds(self):
        return sorted({row[1] for row in self.rows})

    def weight(self, unit, kind):
        return sum(row[3] for row in self.rows if row[0] == unit and row[1] == kind)

    def pieces(self, unit, kind):
        return sum(row[2] for row in self.rows if row[0] == unit and row[1] == kind)


def register(lines):
    book = Register()
    for line in lines:
        book.add(line)
    text = 'unit'
    for kind in book.kinds():
        text = text + '\t' + kind
    for unit in book.units():
        text = text + '\n' + unit
        for kind in book.kinds():
            n = book.pieces(unit, kind)
            if n:
                text = text + '\t%d/%.1f' % (n, book.weight(unit, kind) / n)
            else:
                text = text + '\t-'
    return text, len(book.bad)
