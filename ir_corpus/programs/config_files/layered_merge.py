# calls: merged([{'db': {'host': 'h%d' % i, 'pool': {'size': i, 'max': i * 2}}, 'k%d' % (i % 4): i, 'list': [i, i + 1]} for i in range(18)])
def is_table(value):
    return isinstance(value, dict)


def merge(base, extra):
    result = {}
    for key in base:
        result[key] = base[key]
    for key in extra:
        if key in result and is_table(result[key]) and is_table(extra[key]):
            result[key] = merge(result[key], extra[key])
        elif key in result and isinstance(result[key], list):
            combined = list(result[key])
            for item in extra[key]:
                if item not in combined:
                    combined.append(item)
            result[key] = combined
        else:
            result[key] = extra[key]
    return result


def flatten(table, prefix=''):
    flat = []
    for key in sorted(table.keys()):
        name = prefix + '.' + key if prefix else key
        if is_table(table[key]):
            flat += flatten(table[key], name)
        else:
            flat.append((name, table[key]))
    return flat


def merged(layers):
    result = {}
    changes = []
    for layer in layers:
        before = dict(flatten(result))
        result = merge(result, layer)
        changed = 0
        for name, value in flatten(result):
            if name not in before or before[name] != value:
                changed += 1
        changes.append(changed)
    return flatten(result), changes, max(changes)
