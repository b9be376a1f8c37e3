# calls: redact_all(['mail ann%d@site.org or call 0%d now, card 4111 1111 1111 %04d' % (i, 30123456 + i, 1111 + i) for i in range(36)]), redact_all(['@', 'a@b', '123'])
def is_email(word):
    if word.count('@') != 1:
        return False
    name, host = word.split('@')
    if name == '' or '.' not in host:
        return False
    return not host.startswith('.') and not host.endswith('.')


def luhn(digits):
    total = 0
    double = False
    for d in reversed(digits):
        n = int(d)
        if double:
            n *= 2
            if n > 9:
                n -= 9
        total += n
        double = not double
    return total % 10 == 0


def digit_runs(text):
    runs = []
    start = -1
    for i, c in enumerate(text + '#'):
        if c.isdigit():
            if start < 0:
                start = i
        elif c != ' ' and start >= 0:
            runs.append((start, i))
            start = -1
        elif c == ' ' and start >= 0 and not text[i + 1:i + 2].isdigit():
            runs.append((start, i))
            start = -1
    return runs


def redact(text, counts):
    for start, end in digit_runs(text):
        digits = text[start:end].replace(' ', '')
        if len(digits) == 16 and luhn(digits):
            text = text[:start] + '#' * (end - start - 4) + text[end - 4:end] + text[end:]
            counts['card'] += 1
        elif 7 <= len(digits) <= 12:
            text = text[:start] + 'x' * (end - start) + text[end:]
            counts['phone'] += 1
    words = text.split(' ')
    for i in range(len(words)):
        if is_email(words[i].strip('.,;')):
            words[i] = '<' + words[i].split('@')[1] + '>'
            counts['email'] += 1
    return ' '.join(words)


def redact_all(lines):
    counts = {'card': 0, 'phone': 0, 'email': 0}
    return [redact(line, counts) for line in lines], counts
