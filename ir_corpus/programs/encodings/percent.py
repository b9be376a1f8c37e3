# calls: quote('a b&c=d/é?x=1 2;ü'.encode('utf-8') * 25), unquote('name%3DJohn%20Doe%26city%3DS%C3%A3o+Paulo' * 12)
SAFE = ['-', '_', '.', '~']


def is_safe(ch):
    return ch.isalnum() or ch in SAFE


def hex_digit(n):
    if n < 10:
        return chr(48 + n)
    return chr(55 + n)


def quote(raw):
    parts = []
    for byte in raw:
        ch = chr(byte)
        if byte < 128 and is_safe(ch):
            parts += [ch]
        else:
            parts += ['%' + hex_digit(byte // 16) + hex_digit(byte % 16)]
    return ''.join(parts)


def unquote(text):
    raw = []
    i = 0
    while i < len(text):
        if text[i] == '%' and i + 2 < len(text):
            try:
                raw.append(int(text[i + 1:i + 3], 16))
                i = i + 3
                continue
            except ValueError:
                pass
        if text[i] == '+':
            raw.append(32)
        else:
            raw.append(ord(text[i]))
        i = i + 1
    return bytes(raw).decode('utf-8', 'replace')
