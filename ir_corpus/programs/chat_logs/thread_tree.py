# calls: outline([(i, None if i % 13 == 0 else (i * 7 // 9), 'post %d' % i) for i in range(70)]), outline([(1, None, 'root'), (2, 9, 'orphan')])
def children_of(posts, parent):
    return [post for post in posts if post[1] == parent]


def write(posts, parent, depth, lines):
    for number, above, text in children_of(posts, parent):
        if number == parent:
            continue
        lines.append('  ' * depth + '- ' + text)
        write(posts, number, depth + 1, lines)


def height(posts, number):
    below = [height(posts, child[0]) for child in children_of(posts, number) if child[0] != number]
    return 1 + max(below) if below else 0


def outline(posts):
    numbers = [post[0] for post in posts]
    lines = []
    write(posts, None, 0, lines)
    orphans = []
    for number, above, text in posts:
        if above is not None and above not in numbers:
            orphans.append(number)
            lines.append('? ' + text)
    deepest = 0
    for line in lines:
        indent = (len(line) - len(line.lstrip())) // 2
        if indent > deepest:
            deepest = indent
    heights = {post[0]: height(posts, post[0]) for post in children_of(posts, None)}
    return len(lines), lines[:4], deepest, orphans, heights
