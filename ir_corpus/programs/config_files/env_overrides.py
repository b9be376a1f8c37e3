# calls: apply({'db_%s' % n: i for i, n in enumerate(['host', 'port', 'user', 'name', 'pool', 'ssl'])}, [('APP_DB_PORT', '5%d' % i) for i in range(90)] + [('PATH', '/bin')] * 40 + [('APP_DB_SSL', 'on'), ('APP_TYPO', 'x')])
PREFIX = 'APP_'


def similar(a, b):
    same = 0
    for i in range(min(len(a), len(b))):
        if a[i] == b[i]:
            same += 1
    return same / max(len(a), len(b))


def convert(text, example):
    if isinstance(example, bool):
        return text in ['1', 'on', 'true', 'yes']
    if isinstance(example, int) and text.isdigit():
        value = 0
        for c in text:
            value = value * 10 + ord(c) - ord('0')
        return value
    return text


def apply(settings, environment):
    result = dict(settings)
    log = ''
    unknown = {}
    for name, text in environment:
        if name[:len(PREFIX)] != PREFIX:
            continue
        key = name[len(PREFIX):].lower()
        try:
            example = settings[key]
        except KeyError:
            best = ''
            for candidate in settings:
                if best == '' or similar(candidate, key) > similar(best, key):
                    best = candidate
            unknown[key] = best
            continue
        result[key] = convert(text, example)
        log += key + '<-' + text + '\n'
    return result, log, unknown
