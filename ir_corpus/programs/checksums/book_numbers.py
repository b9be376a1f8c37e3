# calls: convert(['0-306-40615-%d' % (i % 10) for i in range(25)] + ['0-8044-2957-X'] * 5)
def strip_dashes(text):
    out = ''
    for c in text:
        if c != '-':
            out = out + c
    return out


def isbn10_ok(text):
    total = 0
    for i in range(10):
        if text[i] == 'X' and i == 9:
            value = 10
        elif text[i].isdigit():
            value = int(text[i])
        else:
            return False
        total += (10 - i) * value
    return total % 11 == 0


def isbn13(text):
    body = '978' + text[:9]
    total = 0
    for i in range(len(body)):
        weight = 1 if i % 2 == 0 else 3
        total += weight * int(body[i])
    return body + str((10 - total % 10) % 10)


def convert(codes):
    converted = {}
    wrong = 0
    for code in codes:
        plain = strip_dashes(code)
        if len(plain) != 10 or not isbn10_ok(plain):
            wrong += 1
            continue
        converted[code] = isbn13(plain)
    return converted, wrong
