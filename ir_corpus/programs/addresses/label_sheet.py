# calls: sheets([('Person %d' % i, '%d Long Road' % i, str(i * 37), ['', 'Italy'][i % 2]) for i in range(12)], 3, 12)
class Label:
    def __init__(self, name, street, code, land):
        self.name = name
        self.street = street
        self.code = code
        self.land = land

    @property
    def lines(self):
        lines = [self.name, self.street, self.code]
        if self.land != '':
            lines.append(self.land.upper())
        return lines

    @property
    def height(self):
        return len(self.lines)


def fit(text, width):
    if len(text) > width:
        return text[:width - 1] + '.'
    while len(text) < width:
        text += ' '
    return text


def sheets(people, across, width):
    labels = [Label(*person) for person in people]
    page = ''
    cut = 0
    for start in range(0, len(labels), across):
        row = labels[start:start + across]
        highest = 0
        for label in row:
            highest = max(highest, label.height)
        for i in range(highest):
            for label in row:
                if i < label.height:
                    if len(label.lines[i]) > width:
                        cut += 1
                    page += fit(label.lines[i], width) + '|'
                else:
                    page += ' ' * width + '|'
            page += '\n'
        page += '-' * (across * (width + 1)) + '\n'
    return page, cut
