# calls: import_tags(['NL%09d' % (i * 7919) for i in range(120)] + ['DE12', 'XX123456789', 'NL00000000A'] * 5, [f'NL{i * 7919 * 3:09d}' for i in range(30)])
def digits_only(text):
    for c in text:
        if c < '0' or c > '9':
            return False
    return True


def check_digit(number):
    weights = [3, 1, 7, 9]
    total = 0
    for i in range(len(number)):
        total += int(number[i]) * weights[i % 4]
    return (10 - total % 10) % 10


def import_tags(tags, known):
    accepted = []
    rejected = {'country': 0, 'length': 0, 'digits': 0, 'known': 0}
    for tag in tags:
        if tag[:2] not in ['NL', 'DE', 'BE', 'FR', 'DK']:
            rejected['country'] += 1
        elif len(tag) != 11:
            rejected['length'] += 1
        elif not digits_only(tag[2:]):
            rejected['digits'] += 1
        elif tag in known:
            rejected['known'] += 1
        else:
            accepted.append(tag + '-' + str(check_digit(tag[2:])))
    return accepted, rejected
