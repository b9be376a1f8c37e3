# calls: pretty([('open', 'ul')] + [('open', 'li'), ('text', 'some words'), ('close', 'li')] * 30 + [('close', 'ul')], 2)
class Printer:
    def __init__(self, indent):
        self.indent = indent
        self.level = 0
        self.lines = []

    def pad(self):
        return ' ' * (self.indent * self.level)

    def emit(self, text):
        self.lines.append(self.pad() + text)

    def handle(self, kind, value):
        if kind == 'open':
            self.emit('<' + value + '>')
            self.level += 1
        elif kind == 'close':
            self.level -= 1
            self.emit('</' + value + '>')
        else:
            self.emit(value.strip())


def pretty(events, indent):
    printer = Printer(indent)
    for kind, value in events:
        printer.handle(kind, value)
    output = ''
    widest = 0
    for line in printer.lines:
        output += line + '\n'
        widest = max(widest, len(line))
    return output, widest, printer.level
