# calls: recalculate({**{'A%d' % i: i * 3 % 11 for i in range(1, 25)}, **{'B%d' % i: ['+', 'A%d' % i, 'B%d' % (i - 1)] if i > 1 else 1 for i in range(1, 25)}, **{'C%d' % i: ['*', 'B%d' % i, 'A%d' % i] for i in range(1, 25)}}, [('A3', 50), ('A20', 1), ('A9', -4)], ['C24', 'C5', 'B12'])
# calls: recalculate({'X': ['+', 'Y', 'Y'], 'Y': 2}, [('Y', 3)], ['X'])
class Sheet:
    def __init__(self, cells):
        self.cells = dict(cells)
        self.cached = {}
        self.computed = 0

    def value(self, name):
        if name in self.cached:
            return self.cached[name]
        content = self.cells.get(name, 0)
        if isinstance(content, list):
            self.computed += 1
            left = self.value(content[1])
            right = self.value(content[2])
            if content[0] == '+':
                result = left + right
            else:
                result = left * right
        else:
            result = content
        self.cached[name] = result
        return result

    def users(self, name):
        return [n for n, c in self.cells.items() if isinstance(c, list) and name in c[1:]]

    def put(self, name, content):
        self.cells[name] = content
        stale = [name]
        forgotten = 0
        while stale:
            cell = stale.pop()
            if cell in self.cached:
                del self.cached[cell]
                forgotten += 1
                stale.extend(self.users(cell))
        return forgotten


def recalculate(cells, changes, watched):
    sheet = Sheet(cells)
    history = [[sheet.value(name) for name in watched]]
    work = [sheet.computed]
    dropped = []
    for name, content in changes:
        dropped.append(sheet.put(name, content))
        history.append([sheet.value(w) for w in watched])
        work.append(sheet.computed - sum(work))
    moved = [w for k, w in enumerate(watched) if history[0][k] != history[-1][k]]
    return history, work, dropped, moved
