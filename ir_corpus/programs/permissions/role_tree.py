# calls: matrix({'guest': ([], ['read']), 'user': (['guest'], ['comment', 'vote']), 'editor': (['user'], ['edit', 'publish']), 'mod': (['user'], ['hide', 'ban']), 'admin': (['editor', 'mod'], ['delete']), 'root': (['admin'], [])}, ['read', 'comment', 'vote', 'edit', 'publish', 'hide', 'ban', 'delete', 'fly'])
# calls: matrix({'a': (['b'], ['x']), 'b': (['a'], ['y'])}, ['x', 'y'])
def ancestors(roles, name, seen=None):
    if seen is None:
        seen = []
    if name in seen:
        return seen
    seen.append(name)
    for parent in roles[name][0]:
        ancestors(roles, parent, seen)
    return seen


def can(roles, name, action):
    for role in ancestors(roles, name):
        if action in roles[role][1]:
            return True
    return False


def source(roles, name, action):
    for role in ancestors(roles, name):
        if action in roles[role][1]:
            return role


def subset(roles, actions, a, b):
    return all(can(roles, b, x) for x in actions if can(roles, a, x))


def matrix(roles, actions):
    width = max(len(name) for name in roles)
    lines = []
    for name in roles:
        line = name.ljust(width) + ' |'
        for action in actions:
            line += ' +' if can(roles, name, action) else ' .'
        lines.append(line)
    order = [(a, b) for a in roles for b in roles if a != b and subset(roles, actions, a, b)]
    nobody = [x for x in actions if not any(can(roles, name, x) for name in roles)]
    return lines, len(order), nobody, source(roles, list(roles)[-1], actions[0])
