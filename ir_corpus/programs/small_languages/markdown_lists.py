# calls: render(['# Title', 'Some *bold* and _plain_ text', '- one', '- two', '  - two a', '  - two b', '- three', '', '> quoted `code`', '---'] * 12), render([' - x', '#no'])
def inline(text):
    marks = {'*': 'b', '_': 'i', '`': 'code'}
    open_marks = []
    out = ''
    for c in text:
        if c in marks and c in open_marks:
            while open_marks:
                last = open_marks.pop()
                out += '</' + marks[last] + '>'
                if last == c:
                    break
        elif c in marks:
            open_marks.append(c)
            out += '<' + marks[c] + '>'
        else:
            out += c
    for c in reversed(open_marks):
        out += '</' + marks[c] + '>'
    return out


def heading_level(line):
    n = 0
    while n < len(line) and line[n] == '#':
        n += 1
    if n > 0 and line[n:n + 1] == ' ':
        return n
    return 0


def render(lines):
    out = []
    depth = 0
    for line in lines:
        stripped = line.lstrip(' ')
        if stripped[:2] == '- ':
            wanted = (len(line) - len(stripped)) // 2 + 1
        else:
            wanted = 0
        while depth < wanted:
            out.append('<ul>')
            depth += 1
        while depth > wanted:
            out.append('</ul>')
            depth -= 1
        if wanted > 0:
            out.append('<li>' + inline(stripped[2:]) + '</li>')
        elif heading_level(line) > 0:
            n = heading_level(line)
            out.append('<h%d>%s</h%d>' % (n, inline(line[n + 1:]), n))
        elif line.startswith('> '):
            out.append('<blockquote>' + inline(line[2:]) + '</blockquote>')
        elif line == '---':
            out.append('<hr>')
        elif stripped != '':
            out.append('<p>' + inline(line) + '</p>')
    out += ['</ul>'] * depth
    return '\n'.join(out)
