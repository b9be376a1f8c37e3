# calls: read(['# main', '[server]', 'host = localhost', 'port=8080', '', '[paths]', 'root = /srv ; comment', 'tmp : /tmp', '[server]', 'debug = yes'] * 20)
# calls: read(['x = 1', '[a', 'novalue'])
class ParseError(Exception):
    pass


def strip_comment(line):
    for mark in ['#', ';']:
        at = line.find(mark)
        if at >= 0:
            line = line[:at]
    return line.strip()


def separator(line):
    best = -1
    for i in range(len(line)):
        if line[i] == '=' or line[i] == ':':
            best = i
            break
    return best


def read(lines):
    sections = {'': {}}
    current = ''
    errors = []
    overridden = 0
    for number in range(len(lines)):
        line = strip_comment(lines[number])
        if line == '':
            continue
        if line[0] == '[':
            if line[-1] != ']':
                errors.append(number + 1)
                continue
            current = line[1:-1]
            if current not in sections:
                sections[current] = {}
            continue
        at = separator(line)
        if at == -1:
            errors.append(number + 1)
            continue
        key = line[:at].strip().lower()
        if key in sections[current]:
            overridden += 1
        sections[current][key] = line[at + 1:].strip()
    return sections, errors, overridden
