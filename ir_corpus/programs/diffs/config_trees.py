# calls: report({'svc%d' % i: {'port': 80 + i, 'env': {'A': i, 'B': [1, i % 4]}} for i in range(40)}, {'svc%d' % i: {'port': 80 + i - i % 5 // 4, 'env': {'A': i, 'B': [1, i % 3]}, 'new': i} for i in range(4, 44)})
# calls: report({'a': 1}, {'a': {'b': 2}}), report({}, {})
def walk(old, new, path=()):
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            if key not in new:
                yield path + (key,), 'removed', old[key]
            elif key not in old:
                yield path + (key,), 'added', new[key]
            else:
                yield from walk(old[key], new[key], path + (key,))
    elif isinstance(old, list) and isinstance(new, list):
        for i, (x, y) in enumerate(zip(old, new)):
            yield from walk(x, y, path + (i,))
        if len(old) != len(new):
            yield path, 'length', len(new) - len(old)
    elif old != new:
        yield path, 'changed', (old, new)


def dotted(path):
    text = ''
    for step in path:
        if isinstance(step, int):
            text += f'[{step}]'
        else:
            text += ('.' if text else '') + step
    return text


def report(old, new):
    kinds = {}
    lines = []
    for path, kind, what in walk(old, new):
        kinds[kind] = kinds.get(kind, 0) + 1
        lines.append(f'{kind:8}{dotted(path)} {what}')
    tops = {}
    for line in lines:
        top = line.split()[1].split('.')[0]
        tops[top] = tops.get(top, 0) + 1
    return kinds, lines[:3], max(tops.values(), default=0)
