# calls: write({'Point': [('x', 'float'), ('y', 'float')], 'User': [('name', 'str'), ('age', 'int')]}, 4)
# calls: write({'C%d' % i: [('x%d' % k, 'list') for k in range(i + 1)] for i in range(6)}, 2)
class Writer:
    def __init__(self, indent):
        self.indent = indent
        self.depth = 0
        self.lines = []

    @property
    def margin(self):
        return ' ' * (self.indent * self.depth)

    def add(self, text):
        if text == '':
            self.lines.append('')
        else:
            self.lines.append(self.margin + text)

    def text(self):
        return '\n'.join(self.lines) + '\n'


def default(kind):
    for name, value in [('int', '0'), ('float', '0.0'), ('str', "''"), ('list', '[]')]:
        if kind == name:
            return value
    return 'None'


def write(classes, indent):
    writer = Writer(indent)
    for name in classes:
        if len(writer.lines) > 0:
            writer.add('')
            writer.add('')
        writer.add('class ' + name + ':')
        writer.depth += 1
        arguments = ''
        for field, kind in classes[name]:
            arguments += ', ' + field + '=' + default(kind)
        writer.add('def __init__(self' + arguments + '):')
        writer.depth += 1
        for field, kind in classes[name]:
            writer.add('self.' + field + ' = ' + field)
        writer.depth -= 2
    longest = 0
    for line in writer.lines:
        longest = max(longest, len(line))
    return writer.text(), longest
