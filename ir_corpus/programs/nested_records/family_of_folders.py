# calls: usage(['/home/u%d/%s/f%d.%s' % (i % 4, ['docs', 'pics/2020', 'src/lib'][i % 3], i, ['txt', 'jpg', 'py'][i % 3]) for i in range(90)], [i * 37 % 500 for i in range(90)]), usage(['/a'], [1])
def add(tree, parts, size):
    if len(parts) == 1:
        tree['files'].append([parts[0], size])
        return
    for folder in tree['folders']:
        if folder['name'] == parts[0]:
            add(folder, parts[1:], size)
            return
    folder = {'name': parts[0], 'files': [], 'folders': []}
    tree['folders'].append(folder)
    add(folder, parts[1:], size)


def total(tree):
    size = 0
    for f in tree['files']:
        size += f[1]
    for folder in tree['folders']:
        size += total(folder)
    return size


def listing(tree, level, lines):
    lines.append('  ' * level + tree['name'] + '/ ' + str(total(tree)))
    for folder in sorted(tree['folders'], key=lambda f: -total(f)):
        listing(folder, level + 1, lines)
    return lines


def endings(tree, counts):
    for name, size in tree['files']:
        dot = name.rfind('.')
        ending = name[dot + 1:] if dot >= 0 else ''
        if ending in counts:
            counts[ending][0] += 1
            counts[ending][1] += size
        else:
            counts[ending] = [1, size]
    for folder in tree['folders']:
        endings(folder, counts)
    return counts


def usage(paths, sizes):
    root = {'name': '', 'files': [], 'folders': []}
    for i in range(len(paths)):
        add(root, paths[i].split('/')[1:], sizes[i])
    return listing(root, 0, []), endings(root, {})
