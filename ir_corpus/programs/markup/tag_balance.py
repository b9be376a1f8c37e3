# calls: check('<div><p>hello <b>bold</b><br></p><ul><li>one<li>two</ul></div>' * 10)
# calls: check('<a><b></a>')
VOID = ['br', 'img', 'hr', 'input', 'meta', 'link']


def tags(html):
    found = []
    inside = False
    name = ''
    for c in html:
        if c == '<':
            inside = True
            name = ''
        elif c == '>':
            if inside:
                found.append(name)
            inside = False
        elif inside:
            name += c
    return found


def check(html):
    stack = []
    problems = []
    deepest = 0
    counts = {}
    for tag in tags(html):
        closing = tag[0] == '/'
        name = tag[1:] if closing else tag
        if name in VOID:
            continue
        counts[name] = (counts[name] if name in counts else 0) + 1
        if not closing:
            stack.append(name)
            deepest = max(deepest, len(stack))
        elif name in stack:
            while stack[-1] != name:
                problems.append('unclosed ' + stack.pop())
            stack.pop()
        else:
            problems.append('stray ' + name)
    return problems, stack, deepest, sorted(counts.items())
