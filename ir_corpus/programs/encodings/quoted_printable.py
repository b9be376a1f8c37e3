# calls: encode('Grüße aus Köln = schön, müde, daß es so ist wie es ist und nicht anders. ' * 18, 40)
# calls: encode('ok', 76)
HEX = '0123456789ABCDEF'


def literal(code):
    return (33 <= code <= 60) or (62 <= code <= 126) or code == 32


def token(code):
    if literal(code):
        return chr(code)
    return '=' + HEX[code >> 4] + HEX[code & 15]


def encode(text, limit):
    lines = []
    line = ''
    for code in text.encode('latin-1'):
        if len(line) + len(token(code)) > limit - 1:
            lines.append(line + '=')
            line = ''
        line += token(code)
    lines.append(line)
    escaped = sum(1 for l in lines for c in l if c == '=')
    longest = max([len(l) for l in lines])
    body = ''
    for number in range(len(lines)):
        if number != 0:
            body += '\r\n'
        body += lines[number]
    return body, escaped, longest
