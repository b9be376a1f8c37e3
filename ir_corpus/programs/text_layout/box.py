# calls: boxes([['Title', 'some text here', ''], ['x'], ['a longer line in here', 'b']] * 6, 'double')
# calls: boxes([[]], 'plain')
class Box:
    def __init__(self, lines, style):
        self.lines = lines
        self.style = style

    @property
    def inner(self):
        widest = 0
        for line in self.lines:
            if len(line) > widest:
                widest = len(line)
        return widest

    @property
    def corner(self):
        return '#' if self.style == 'double' else '+'

    def edge(self):
        bar = '=' if self.style == 'double' else '-'
        return self.corner + bar * (self.inner + 2) + self.corner

    def draw(self):
        result = [self.edge()]
        for line in self.lines:
            left = (self.inner - len(line)) // 2
            right = self.inner - len(line) - left
            result.append('| ' + ' ' * left + line + ' ' * right + ' |')
        result.append(self.edge())
        return result


def boxes(texts, style):
    drawn = [Box(lines, style).draw() for lines in texts]
    width = max(len(lines[0]) for lines in drawn)
    page = ''
    for lines in drawn:
        for line in lines:
            page += line + ' ' * (width - len(line)) + '|\n'
    return page
