# calls: survey({'/' + '/'.join('abcdefgh'[(i + k) % 8] for k in range(i % 5 + 1)): {'u%d' % (i % 6): 'rwn'[i % 3]} for i in range(30)}, ['u0', 'u1', 'u2', 'u5'])
# calls: survey({'/': {'x': 'r'}, '/a': {'x': 'n'}, '/a/b': {}}, ['x', 'y'])
def parent(path):
    if path == '/':
        return None
    cut = path.rfind('/')
    return path[:cut] if cut > 0 else '/'


def right(folders, path, user):
    while path is not None:
        entry = folders.get(path)
        if entry and user in entry:
            return entry[user]
        path = parent(path)
    return 'n'


def blocked_above(folders, path, user):
    above = parent(path)
    while above is not None:
        if right(folders, above, user) == 'n':
            return True
        above = parent(above)
    return False


def survey(folders, users):
    result = {}
    for user in users:
        row = {'r': 0, 'w': 0, 'n': 0}
        islands = []
        for path in sorted(folders):
            level = right(folders, path, user)
            row[level] += 1
            if level != 'n' and blocked_above(folders, path, user):
                islands.append(path)
        result[user] = (row, len(islands), islands[:2])
    redundant = []
    for path in sorted(folders):
        for user, level in folders[path].items():
            above = parent(path)
            if above is not None and right(folders, above, user) == level:
                redundant.append((path, user))
    return result, redundant
