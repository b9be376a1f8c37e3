# calls: evaluate(['*k2, p2* rep 12, k2', '*k1, yo, k2tog* rep 16', 'k3, *p1, (k1, yo, k1), p1* rep 9, k3', 'sl1, *k2tog, k3, yo* rep 5, k1'] * 8, 50), evaluate(['k1'], 1)
import re

EFFECT = {'k': (1, 1), 'p': (1, 1), 'sl': (1, 1), 'yo': (0, 1), 'k2tog': (2, 1), 'ssk': (2, 1), 'kfb': (1, 2)}


def stitch(word):
    if word in ('k2tog', 'ssk', 'yo', 'kfb'):
        return EFFECT[word]
    match = re.match(r'([a-z]+)(\d*)$', word)
    if not match:
        raise ValueError(word)
    name, count = match.group(1), int(match.group(2) or 1)
    used, made = EFFECT[name]
    return used * count, made * count


def sequence(words):
    used = made = 0
    inside = False
    for word in words:
        if word.startswith('('):
            inside = True
            used += 1
        bare = word.strip('()')
        u, m = stitch(bare)
        made += m
        if not inside:
            used += u
        if word.endswith(')'):
            inside = False
    return used, made


def row_effect(row):
    match = re.search(r'\*(.*)\* rep (\d+)', row)
    used = made = 0
    if match:
        u, m = sequence(match.group(1).split(', '))
        used += u * int(match.group(2))
        made += m * int(match.group(2))
        row = row[:match.start()] + row[match.end():]
    plain = [w for w in row.split(', ') if w.strip()]
    u, m = sequence(plain)
    return used + u, made + m


def evaluate(rows, cast_on):
    on_needle = cast_on
    faults = []
    counts = []
    for number, row in enumerate(rows, 1):
        used, made = row_effect(row)
        if used != on_needle:
            faults.append((number, used - on_needle))
        on_needle = made
        counts.append(on_needle)
    return counts, faults
