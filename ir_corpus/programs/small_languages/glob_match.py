# calls: select(['*.py', 'src/**/test_?.*', '[a-c]*.txt', '!*_old*'], ['%s%s%d.%s' % (['src/', 'src/x/', ''][i % 3], ['test_', 'a', 'dump_old'][i % 3], i % 10, ['py', 'txt', 'md'][i * i % 3]) for i in range(60)]), select(['*'], ['', 'a/b'])
def match(pattern, name):
    if pattern == '':
        return name == ''
    if pattern[:3] == '**/':
        if match(pattern[3:], name):
            return True
        cut = name.find('/')
        return cut >= 0 and match(pattern, name[cut + 1:])
    head = pattern[0]
    if head == '*':
        if match(pattern[1:], name):
            return True
        return name != '' and name[0] != '/' and match(pattern, name[1:])
    if name == '':
        return False
    if head == '?':
        return name[0] != '/' and match(pattern[1:], name[1:])
    if head == '[':
        end = pattern.index(']')
        return in_class(pattern[1:end], name[0]) and match(pattern[end + 1:], name[1:])
    return head == name[0] and match(pattern[1:], name[1:])


def in_class(spec, ch):
    i = 0
    while i < len(spec):
        if spec[i + 1:i + 2] == '-' and i + 2 < len(spec):
            if spec[i] <= ch <= spec[i + 2]:
                return True
            i += 3
        else:
            if spec[i] == ch:
                return True
            i += 1
    return False


def select(patterns, names):
    wanted = [p for p in patterns if not p.startswith('!')]
    unwanted = [p[1:] for p in patterns if p.startswith('!')]
    chosen = []
    for name in names:
        if any(match(p, name) for p in wanted) and not any(match(p, name) for p in unwanted):
            chosen.append(name)
    return chosen, {p: len([n for n in names if match(p, n)]) for p in wanted}
