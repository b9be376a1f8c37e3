# calls: groups(['robert', 'rupert', 'rubin', 'ashcraft', 'tymczak', 'pfister', 'honeyman', 'jackson', 'smith', 'smyth'] * 25)
def digit(letter):
    for code, letters in [('1', 'bfpv'), ('2', 'cgjkqsxz'), ('3', 'dt'), ('4', 'l'), ('5', 'mn'), ('6', 'r')]:
        if letter in letters:
            return code
    return ''


def soundex(name):
    result = name[0].upper()
    last = digit(name[0])
    for letter in name[1:]:
        if letter in 'hw':
            continue
        code = digit(letter)
        if code != '' and code != last:
            result += code
        last = code
        if len(result) == 4:
            break
    while len(result) < 4:
        result += '0'
    return result


def groups(names):
    by_code = {}
    for name in names:
        code = soundex(name)
        if code not in by_code:
            by_code[code] = []
        if name not in by_code[code]:
            by_code[code].append(name)
    biggest = ''
    for code in by_code:
        if biggest == '' or len(by_code[code]) > len(by_code[biggest]):
            biggest = code
    return sorted(by_code.items()), biggest
