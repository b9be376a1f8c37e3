# calls: table([i * i * 7919 + 13 for i in range(160)], 36), table([2 ** k for k in range(110)], 58)
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'


def to_base(number, base):
    if number == 0:
        return '0'
    digits = ''
    while number > 0:
        digits = DIGITS[number % base] + digits
        number //= base
    return digits


def from_base(text, base):
    value = 0
    for c in text:
        value = value * base + DIGITS.find(c)
    return value


def table(numbers, base):
    width = 0
    rows = []
    for n in numbers:
        width = max(width, len(to_base(n, base)))
    for n in numbers:
        text = to_base(n, base)
        while len(text) < width:
            text = '0' + text
        assert from_base(text, base) == n
        rows.append(text)
    used = []
    for row in rows:
        for c in row:
            if c not in used:
                used.append(c)
    return rows, sorted(used), len(used) * 100 // base
