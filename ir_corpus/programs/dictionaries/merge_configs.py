# calls: resolve([{'a': 1, 'b': {'x': i, 'y': 2}, 'k%d' % (i % 6): i, 'z': {'q': {'r%d' % (i % 4): i}}} for i in range(40)])
# calls: flatten({'a': {'b': {'c': 1, 'd': 2}}, 'e': 3}, '')
def merged(base, extra):
    result = dict()
    for key in base:
        result[key] = base[key]
    for key in extra:
        if key in result and isinstance(result[key], dict) and isinstance(extra[key], dict):
            result[key] = merged(result[key], extra[key])
        else:
            result[key] = extra[key]
    return result


def flatten(tree, path):
    lines = []
    for key in sorted(tree):
        name = path + '.' + key if path != '' else key
        if isinstance(tree[key], dict):
            lines = lines + flatten(tree[key], name)
        else:
            lines = lines + [(name, tree[key])]
    return lines


def resolve(layers):
    total = dict()
    overridden = {}
    for layer in layers:
        for name, value in flatten(layer, ''):
            if name in overridden:
                overridden[name] += 1
            else:
                overridden[name] = 0
        total = merged(total, layer)
    most = 0
    for name in overridden:
        most = max(most, overridden[name])
    return flatten(total, ''), most
