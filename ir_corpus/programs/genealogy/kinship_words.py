# calls: cousins({i: (2 * i + 1, 2 * i + 2) for i in range(31)}, 44), cousins({0: (1,), 1: ()}, 1)
def parent_of(tree, child):
    for parent in tree:
        if child in tree[parent]:
            return parent
    return None


def line_of(tree, person):
    line = [person]
    while parent_of(tree, line[-1]) is not None:
        line.append(parent_of(tree, line[-1]))
    return line


def ordinal(n):
    if n % 100 in (11, 12, 13):
        return str(n) + 'th'
    return str(n) + {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')


def word(up, down):
    if up == 0 and down == 0:
        return 'self'
    if up == 0 or down == 0:
        far = max(up, down)
        base = 'parent' if down == 0 else 'child'
        if far == 1:
            return base
        return 'great-' * (far - 2) + 'grand' + base
    if up == 1 and down == 1:
        return 'sibling'
    if min(up, down) == 1:
        return 'great-' * (max(up, down) - 2) + ('aunt' if down == 1 else 'nephew')
    removed = abs(up - down)
    text = ordinal(min(up, down) - 1) + ' cousin'
    if removed:
        text += ' %d removed' % removed
    return text


def cousins(tree, me):
    mine = line_of(tree, me)
    names = {}
    for other in tree:
        theirs = line_of(tree, other)
        for i, ancestor in enumerate(mine):
            if ancestor in theirs:
                names[other] = word(i, theirs.index(ancestor))
                break
        else:
            names[other] = 'unrelated'
    return names
