# calls: blocks(['# Title', '', 'first line', 'second line', '', '- one', '- two', '  more', '', '## Sub', '> quoted', '```', 'x = 1', '```'] * 18)
def heading_level(line):
    level = 0
    while level < len(line) and line[level] == '#':
        level += 1
    if level > 0 and level <= 6 and line[level:level + 1] == ' ':
        return level
    return 0


def kind(line):
    if not line.strip():
        return 'blank'
    elif heading_level(line):
        return 'heading'
    elif line.startswith('- ') or line.startswith('* '):
        return 'item'
    elif line.startswith('>'):
        return 'quote'
    return 'text'


def blocks(lines):
    result = []
    code = None
    toc = []
    for number, line in enumerate(lines):
        if line == '```':
            if code is None:
                code = []
            else:
                result.append(('code', '\n'.join(code)))
                code = None
            continue
        if code is not None:
            code.append(line)
            continue
        what = kind(line)
        if what == 'heading':
            level = heading_level(line)
            toc.append((level, line[level + 1:], number))
            result.append((what + str(level), line[level + 1:]))
        elif what == 'text' and result and result[-1][0] in ('text', 'item'):
            last = result.pop()
            result.append((last[0], last[1] + ' ' + line.strip()))
        else:
            result.append((what, line))
    numbering = [0] * 7
    for level, _, _ in toc:
        numbering[level] += 1
        for deeper in range(level + 1, 7):
            numbering[deeper] = 0
    return result, toc, numbering
