# calls: history([{'title': 'v%d' % (i // 4), 'price': {'net': i % 5, 'tax': i % 2}, 'stock': [i % 3, 7], 'old' if i % 6 else 'new': True} for i in range(48)]), history([{'a': 1}, {'a': 1}, {}])
def diff(a, b, path=()):
    if isinstance(a, dict) and isinstance(b, dict):
        changes = []
        for key in sorted(set(a) | set(b)):
            if key not in a:
                changes.append(('+', path + (key,), b[key]))
            elif key not in b:
                changes.append(('-', path + (key,), a[key]))
            else:
                changes += diff(a[key], b[key], path + (key,))
        return changes
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        changes = []
        for k, (x, y) in enumerate(zip(a, b)):
            changes += diff(x, y, path + (k,))
        return changes
    return [] if a == b else [('~', path, b)]


def patched(value, sign, path, new):
    if not path:
        return new
    head, rest = path[0], path[1:]
    if isinstance(value, list):
        return value[:head] + [patched(value[head], sign, rest, new)] + value[head + 1:]
    copy = dict(value)
    if sign == '-' and not rest:
        del copy[head]
    else:
        copy[head] = patched(copy.get(head), sign, rest, new)
    return copy


def history(versions):
    sizes = []
    touched = {}
    current = versions[0]
    for version in versions[1:]:
        changes = diff(current, version)
        sizes.append(len(changes))
        for sign, path, new in changes:
            current = patched(current, sign, path, new)
            name = '/'.join(map(str, path))
            touched[name] = touched.get(name, 0) + 1
    return current == versions[-1], sizes, touched
