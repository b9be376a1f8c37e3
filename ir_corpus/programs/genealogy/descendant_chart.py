# calls: chart([('r', None, 1800)] + [('c%d' % i, 'r' if i < 4 else 'c%d' % ((i - 4) // 3), 1825 + i) for i in range(45)]), chart([('solo', None, 1700)])
class Person:
    def __init__(self, name, born):
        self.name = name
        self.born = born
        self.children = []

    def count(self):
        return 1 + sum(child.count() for child in self.children)

    def depth(self):
        if not self.children:
            return 1
        return 1 + max(child.depth() for child in self.children)

    def draw(self, prefix=''):
        lines = []
        for child in sorted(self.children, key=lambda c: c.born):
            last = child is max(self.children, key=lambda c: c.born)
            lines.append(prefix + ('`- ' if last else '|- ') + child.name)
            lines.extend(child.draw(prefix + ('   ' if last else '|  ')))
        return lines


def chart(rows):
    people = {}
    root = None
    for name, parent, born in rows:
        people[name] = Person(name, born)
        if parent is None:
            root = people[name]
        else:
            people[parent].children.append(people[name])
    biggest = [p.name for p in people.values() if len(p.children) >= 3 and p is not root]
    return [root.name] + root.draw(), root.count(), root.depth(), biggest
