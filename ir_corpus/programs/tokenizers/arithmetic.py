# calls: tokens('3.14 * (radius + 2) - height_2 / 7 ** k; ' * 12)
# calls: tokens('a+b*(c-d)')
class LexError(Exception):
    pass


OPERATORS = [';', '+', '-', '*', '/', '**', '(', ')', '=', '==']


def is_digit(ch):
    return '0' <= ch <= '9'


def is_letter(ch):
    return 'a' <= ch <= 'z' or 'A' <= ch <= 'Z' or ch == '_'


def tokens(source):
    result = []
    pos = 0
    while pos < len(source):
        ch = source[pos]
        if ch == ' ':
            pos += 1
            continue
        start = pos
        if is_digit(ch):
            while pos < len(source) and (is_digit(source[pos]) or source[pos] == '.'):
                pos += 1
            result.append(('NUM', source[start:pos]))
        elif is_letter(ch):
            while pos < len(source) and (is_letter(source[pos]) or is_digit(source[pos])):
                pos += 1
            result.append(('NAME', source[start:pos]))
        elif source[pos:pos + 2] in OPERATORS:
            result.append(('OP', source[pos:pos + 2]))
            pos += 2
        elif ch in OPERATORS:
            result.append(('OP', ch))
            pos += 1
        else:
            raise LexError('bad character %r at %d' % (ch, pos))
    return result
