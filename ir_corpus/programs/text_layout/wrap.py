# calls: wrap('It was the best of times, it was the worst of times, it was the age of wisdom ' * 4, 24)
# calls: wrap('incomprehensibilities of it', 8, '> ')
def split_long(word, width):
    pieces = []
    while len(word) > width:
        pieces.append(word[:width - 1] + '-')
        word = word[width - 1:]
    pieces.append(word)
    return pieces


def wrap(text, width, prefix=''):
    words = []
    for word in text.split():
        words += split_long(word, width - len(prefix))
    lines = []
    line = ''
    for word in words:
        if line == '':
            line = word
        elif len(prefix) + len(line) + 1 + len(word) <= width:
            line = line + ' ' + word
        else:
            lines.append(prefix + line)
            line = word
    if line != '':
        lines.append(prefix + line)
    raggedness = 0
    for line in lines[:-1]:
        raggedness += (width - len(line)) ** 2
    return lines, raggedness
