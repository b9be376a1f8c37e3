# calls: load(['name: demo', 'servers:', '  web:', '    host: a', '    port: 80', '  db:', '    host: b', '    tags: [x, y, z]', 'debug: true', 'ratio: 0.5'] * 16)
TRUE_WORDS = ('true', 'yes', 'on')
FALSE_WORDS = ('false', 'no', 'off')


def scalar(text):
    low = text.lower()
    if low in TRUE_WORDS:
        return True
    if low in FALSE_WORDS:
        return False
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def indent_of(line):
    n = 0
    while n < len(line) and line[n] == ' ':
        n += 1
    return n


def load(lines):
    root = {}
    stack = [(-1, root)]
    total = 0
    for line in lines:
        indent = indent_of(line)
        while stack[-1][0] >= indent:
            stack.pop()
        key, _, rest = line.strip().partition(':')
        rest = rest.strip()
        parent = stack[-1][1]
        if rest == '':
            parent[key] = {}
            stack.append((indent, parent[key]))
        elif rest[0] == '[':
            items = []
            for piece in rest[1:-1].split(','):
                items.append(scalar(piece.strip()))
            parent[key] = items
        else:
            parent[key] = scalar(rest)
        total += 1
    return root, total
