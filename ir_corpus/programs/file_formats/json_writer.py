# calls: check([{'id': i, 'tags': ['a' * (i % 3), 'q"%d' % i, None], 'ok': i % 2 == 0, 'at': {'x': i / 4, 'y': [i, [i + 1, []]]}} for i in range(14)])
# calls: check({}), check(['tab\there', {'deep': {'er': {'est': []}}}])
ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'}


def quote(text):
    return '"' + ''.join(ESCAPES.get(c, c) for c in text) + '"'


def dump(value, indent, level=0):
    inner = '\n' + ' ' * (indent * (level + 1)) if indent else ''
    outer = '\n' + ' ' * (indent * level) if indent else ''
    if value is None:
        return 'null'
    if value is True:
        return 'true'
    if value is False:
        return 'false'
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, (int, float)):
        return repr(value)
    if len(value) == 0:
        return '{}' if isinstance(value, dict) else '[]'
    if isinstance(value, dict):
        parts = [quote(k) + ': ' + dump(value[k], indent, level + 1) for k in sorted(value)]
        return '{' + inner + (',' + inner).join(parts) + outer + '}'
    return '[' + inner + (',' + inner).join(dump(v, indent, level + 1) for v in value) + outer + ']'


def deepest(text):
    depth = most = 0
    inside = False
    skip = False
    for c in text:
        if skip:
            skip = False
        elif c == '\\':
            skip = True
        elif c == '"':
            inside = not inside
        elif not inside and c in '[{':
            depth += 1
            most = max(most, depth)
        elif not inside and c in ']}':
            depth -= 1
    return most if depth == 0 else -1


def check(value):
    flat = dump(value, 0)
    nice = dump(value, 2)
    squeezed = ' '.join(nice.split())
    return len(flat), len(nice), nice.count('\n'), deepest(flat), len(squeezed), flat[-40:]
