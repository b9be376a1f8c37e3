# calls: clean_list(['+49 (0)%d / %d-%d' % (30 + i % 50, 1000 + i * 7, i % 10) if i % 2 else '00%d %d' % (43 + i % 3, 5000000 + i) for i in range(80)]), clean_list(['', 'n/a', '+1'])
def digits_only(text):
    result = ''
    for c in text:
        if c in '0123456789':
            result += c
    return result


def country(digits):
    codes = ['1', '43', '44', '45', '49', '33']
    for code in codes:
        if digits[:len(code)] == code:
            return code
    return ''


def normal(text):
    text = text.replace('(0)', '')
    plus = text.strip()[:1] == '+'
    digits = digits_only(text)
    if not plus and digits[:2] == '00':
        digits = digits[2:]
        plus = True
    if not plus:
        return None
    code = country(digits)
    if code == '' or len(digits) < 7:
        return None
    return '+' + code + ' ' + digits[len(code):]


def clean_list(texts):
    good = []
    bad = []
    for text in texts:
        number = normal(text)
        if number is None:
            bad.append(text)
        elif number not in good:
            good.append(number)
    per_country = {}
    for number in good:
        code = number.split(' ')[0]
        per_country[code] = per_country.get(code, 0) + 1
    return good[:5], len(good), len(bad), per_country
