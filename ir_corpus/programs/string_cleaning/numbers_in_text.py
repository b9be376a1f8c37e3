# calls: totals(['total 1.%03d,50 EUR' % i if i % 3 else 'about $%d,%03d.25 (approx)' % (i % 9 + 1, i) for i in range(90)] + ['12 %', '-7,5']), totals(['none', '1.2.3'])
def scan_number(text, start):
    end = start
    while end < len(text) and (text[end].isdigit() or text[end] in '.,'):
        end += 1
    while end > start and text[end - 1] in '.,':
        end -= 1
    return text[start:end], end


def interpret(piece):
    dots = piece.count('.')
    commas = piece.count(',')
    if dots and commas:
        decimal = '.' if piece.rfind('.') > piece.rfind(',') else ','
    elif commas == 1 and len(piece) - piece.find(',') - 1 != 3:
        decimal = ','
    elif dots == 1 and len(piece) - piece.find('.') - 1 != 3:
        decimal = '.'
    else:
        decimal = ''
    whole = ''
    for c in piece:
        if c.isdigit():
            whole += c
        elif c == decimal:
            whole += '.'
    return float(whole)


def totals(lines):
    found = []
    for line in lines:
        i = 0
        while i < len(line):
            if line[i].isdigit():
                piece, end = scan_number(line, i)
                value = interpret(piece)
                if i > 0 and line[i - 1] == '-':
                    value = -value
                if line[end:].lstrip()[:1] == '%':
                    value = value / 100
                found.append(value)
                i = end
            else:
                i += 1
    return len(found), round(sum(found), 3), max(found, default=0.0), sum(1 for f in found if f < 1)
