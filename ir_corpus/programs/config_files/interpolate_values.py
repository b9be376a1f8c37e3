# calls: resolve_all(dict([('base', '/opt'), ('app', '${base}/app')] + [('dir%d' % i, '${dir%d}/d%d' % (i - 1, i) if i % 5 else '${app}/x') for i in range(30)]))
# calls: resolve_all({'a': '${b}', 'b': '${a}', 'c': '${nope}'})
def references(text):
    names = []
    i = 0
    while i < len(text) - 1:
        if text[i:i + 2] == '${':
            end = text.index('}', i)
            names = names + [text[i + 2:end]]
            i = end
        i += 1
    return names


def expand_once(text, values):
    for name in references(text):
        if name in values:
            text = text.replace('${' + name + '}', values[name])
    return text


def resolve(key, values, limit=10):
    text = values[key]
    rounds = 0
    while references(text) and rounds < limit:
        expanded = expand_once(text, values)
        if expanded == text:
            break
        text = expanded
        rounds += 1
    return text, rounds


def resolve_all(values):
    resolved = {}
    failed = []
    deepest = 0
    for key in sorted(values):
        text, rounds = resolve(key, values, limit=8)
        if len(references(text)) > 0:
            failed.append(key)
        resolved[key] = text
        deepest = max(deepest, rounds)
    return resolved, failed, deepest
