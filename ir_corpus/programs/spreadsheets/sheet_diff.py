# calls: diff([[r * c % 7 for c in range(8)] for r in range(10)], [[r * c % 6 for c in range(8)] for r in range(9)])
# calls: diff([['a', 1]], [['a', 1.0], ['b', None]])
class Sheet:
    def __init__(self, rows):
        self.rows = rows

    @property
    def height(self):
        return len(self.rows)

    @property
    def width(self):
        return max([len(row) for row in self.rows]) if self.rows else 0

    def cell(self, r, c):
        if r < self.height and c < len(self.rows[r]):
            return self.rows[r][c]
        return ''


def diff(old_rows, new_rows):
    old = Sheet(old_rows)
    new = Sheet(new_rows)
    changes = []
    per_column = {}
    for r in range(max(old.height, new.height)):
        for c in range(max(old.width, new.width)):
            if old.cell(r, c) != new.cell(r, c):
                name = 'ABCDEFGHIJ'[c] + str(r + 1)
                changes.append(name + ': ' + str(old.cell(r, c)) + ' -> ' + str(new.cell(r, c)))
                if name[0] in per_column:
                    per_column[name[0]] += 1
                else:
                    per_column[name[0]] = 1
    return changes, per_column
