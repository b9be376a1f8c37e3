# calls: fill_all('{name:>12}|{size:08}|{share:.2}|{flag}', [{'name': 'f%d' % i, 'size': i * 77, 'share': i / 7, 'flag': i % 2 == 0} for i in range(55)]), fill_all('{{}} {x', [{'x': 1}]), fill_all('{a:<4}{b}', [{'a': 'z'}])
def pieces(pattern):
    result = []
    text = ''
    i = 0
    while i < len(pattern):
        two = pattern[i:i + 2]
        if two == '{{' or two == '}}':
            text += two[0]
            i += 2
        elif pattern[i] == '{':
            end = pattern.find('}', i)
            if end < 0:
                text += pattern[i:]
                break
            result.append(('text', text, ''))
            text = ''
            field, _, spec = pattern[i + 1:end].partition(':')
            result.append(('field', field, spec))
            i = end + 1
        else:
            text += pattern[i]
            i += 1
    result.append(('text', text, ''))
    return result


def pad(text, spec):
    if spec[:1] in ('<', '>', '^'):
        width = int(spec[1:])
        missing = max(0, width - len(text))
        if spec[0] == '<':
            return text + ' ' * missing
        if spec[0] == '>':
            return ' ' * missing + text
        return ' ' * (missing // 2) + text + ' ' * (missing - missing // 2)
    return text


def apply(value, spec):
    if spec == '':
        return str(value)
    if spec[0] == '.':
        digits = int(spec[1:])
        scaled = int(value * 10 ** digits + 0.5)
        return str(scaled // 10 ** digits) + '.' + str(scaled % 10 ** digits).zfill(digits)
    if spec[0] == '0':
        return str(value).zfill(int(spec))
    return pad(str(value), spec)


def fill_all(pattern, records):
    lines = []
    for record in records:
        line = ''
        for kind, name, spec in pieces(pattern):
            if kind == 'text':
                line += name
            elif name in record:
                line += apply(record[name], spec)
            else:
                line += '<' + name + '?>'
        lines.append(line)
    return lines
