# calls: audit([('/srv/f%d' % i, ['root', 'web', 'ann'][i % 3], ['root', 'staff'][i % 2], i * 73 % 512) for i in range(90)], 'ann', ['staff']), audit([('/x', 'bob', 'bob', 0o4755)], 'eve', [])
def symbolic(mode):
    text = ''
    for shift in (6, 3, 0):
        bits = mode >> shift & 7
        text += 'r' if bits & 4 else '-'
        text += 'w' if bits & 2 else '-'
        text += 'x' if bits & 1 else '-'
    if mode & 0o4000:
        text = text[:2] + ('s' if text[2] == 'x' else 'S') + text[3:]
    return text


def octal(text):
    mode = 0
    for i, letter in enumerate(reversed(text)):
        if letter in 'rwxs':
            mode |= 1 << i
    return mode


def may(entry, user, groups, letter):
    path, owner, group, mode = entry
    text = symbolic(mode)
    if owner == user:
        part = text[:3]
    elif group in groups:
        part = text[3:6]
    else:
        part = text[6:]
    return letter in part


def audit(files, user, groups):
    readable = [f[0] for f in files if may(f, user, groups, 'r')]
    writable = [f[0] for f in files if may(f, user, groups, 'w')]
    odd = []
    for entry in files:
        if may(entry, user, groups, 'w') and not may(entry, user, groups, 'r'):
            odd.append(entry[0] + ' ' + symbolic(entry[3]))
        if octal(symbolic(entry[3])) != entry[3] % 512:
            odd.append(entry[0] + '?')
    return len(readable), writable[:4], len(writable), odd
