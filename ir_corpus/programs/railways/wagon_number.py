# calls: check_list(['%011d' % (21810000000 + i * 7654321) for i in range(120)], ['31 80 0691 235-2', '12', 'abcdefghijkl', '338178405431'])
# calls: check_list([], ['218124712173'])
def control_digit(digits):
    total = 0
    for i, d in enumerate(digits):
        product = int(d) * (2 if i % 2 == 0 else 1)
        total += product // 10 + product % 10
    return (10 - total % 10) % 10


def clean(text):
    return ''.join(ch for ch in text if ch not in ' -')


def pretty(number):
    return '%s %s %s %s-%s' % (number[:2], number[2:4], number[4:8], number[8:11], number[11:])


def check_list(bare, written):
    full = []
    for digits in bare:
        full.append(pretty(digits + str(control_digit(digits))))
    verdict = {}
    for text in written + full[::9]:
        number = clean(text)
        if len(number) != 12:
            verdict[text] = 'length'
        elif not number.isdigit():
            verdict[text] = 'letters'
        elif control_digit(number[:-1]) != int(number[-1]):
            verdict[text] = 'wrong'
        else:
            verdict[text] = 'ok'
    countries = {}
    for line in full:
        countries.setdefault(line[3:5], []).append(line[-1])
    return verdict, {k: ''.join(v) for k, v in countries.items()}
