# calls: register(['1987.%d.%d' % (i * 7 % 30, i % 9 + 1) + ('a-%s' % 'cdefg'[i % 5] if i % 4 == 0 else '') for i in range(160)] + ['L.12', '1999..3', '2003.4']), register([])
import re

PATTERN = re.compile(r'^(\d{4})\.(\d+)(?:\.(\d+))?(?:([a-z])(?:-([a-z]))?)?$')


def expand(text):
    match = PATTERN.match(text)
    if match is None:
        return None
    year, group, item, first, last = match.groups()
    base = (int(year), int(group), int(item or 0))
    if first is None:
        return [base + ('',)]
    if last is None:
        last = first
    return [base + (chr(code),) for code in range(ord(first), ord(last) + 1)]


def show(key):
    year, group, item, part = key
    text = f'{year}.{group}'
    if item:
        text += f'.{item}'
    return text + part


def register(entries):
    known = []
    twice = []
    bad = []
    for entry in entries:
        keys = expand(entry)
        if not keys:
            bad.append(entry)
            continue
        for key in keys:
            if key in known:
                if key not in twice:
                    twice.append(key)
            else:
                known.append(key)
    known.sort()
    gaps = []
    for a, b in zip(known, known[1:]):
        if a[:2] == b[:2] and b[2] - a[2] > 1:
            gaps.append((show(a), show(b)))
    return len(known), [show(k) for k in twice], gaps, bad
