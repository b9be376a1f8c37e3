# calls: latest(['^1.2.0', '~2.1.3', '>=1.4 <2.0', '1.x', '=3.0.1', '^0.3.1', '>9'], ['%d.%d.%d' % (i % 4, i // 4 % 6, i * 3 % 5) for i in range(70)]), latest(['*'], ['0.0.1'])
def numbers(text):
    parts = [int(p) for p in text.split('.') if p.isdigit()]
    while len(parts) < 3:
        parts.append(0)
    return parts


def caret_limit(base):
    if base[0] > 0:
        return [base[0] + 1, 0, 0]
    if base[1] > 0:
        return [0, base[1] + 1, 0]
    return [0, 0, base[2] + 1]


def satisfies(version, rule):
    v = numbers(version)
    if rule == '*':
        return True
    if ' ' in rule:
        return all(satisfies(version, part) for part in rule.split(' '))
    if rule.endswith('.x'):
        wanted = [int(p) for p in rule[:-2].split('.')]
        return v[:len(wanted)] == wanted
    base = numbers(rule.lstrip('^~<>='))
    if rule[0] == '^':
        return base <= v < caret_limit(base)
    if rule[0] == '~':
        return base <= v and v < [base[0], base[1] + 1, 0]
    if rule.startswith('>='):
        return v >= base
    if rule.startswith('<'):
        return v < base
    if rule.startswith('>'):
        return v > base
    return v == base


def latest(rules, available):
    chosen = {}
    for rule in rules:
        best = None
        count = 0
        for version in available:
            if satisfies(version, rule):
                count += 1
                if best is None or numbers(version) > numbers(best):
                    best = version
        chosen[rule] = (best, count)
    return chosen
