# calls: wrap('it is a truth universally acknowledged that a single man in possession of a fortune ' * 4, 30)
def wrap(text, width):
    lines = []
    line = ''
    for word in text.split(' '):
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = word
        else:
            if line != '':
                line += ' '
            line += word
    lines.append(line)
    out = ''
    widest = 0
    for i in range(len(lines)):
        out += str(i + 1) + ' ' + lines[i] + '\n'
        widest = max(widest, len(lines[i]))
    return out, widest
