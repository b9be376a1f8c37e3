# calls: scan(['%012d' % (i * 734519 + 400638133393) for i in range(22)], (3, 1))
SETS = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011']


def check_digit(code, weights):
    total = 0
    for i in range(len(code)):
        total += int(code[len(code) - 1 - i]) * weights[i % 2]
    return (10 - total % 10) % 10


def bars(code):
    pattern = '101'
    for i in range(len(code)):
        digit = SETS[int(code[i])]
        if i >= 6:
            flipped = ''
            for bit in digit:
                flipped += '1' if bit == '0' else '0'
            digit = flipped
        if i == 6:
            pattern += '01010'
        pattern += digit
    return pattern + '101'


def scan(codes, weights):
    ok = []
    darkness = 0.0
    for code in codes:
        if int(code[-1]) == check_digit(code[:-1], weights):
            ok.append(code)
        pattern = bars(code)
        dark = 0
        for bit in pattern:
            if bit == '1':
                dark += 1
        darkness = max(darkness, dark / len(pattern))
    return ok, round(darkness, 4)
