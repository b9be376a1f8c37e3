# calls: decode_all(['%02d%c%d%s' % (10 + i % 9, 65 + i % 12, 100 + i * 7, 'abx'[i % 3]) for i in range(140)] + ['bad', '9']), decode_all(['20G80'])
def scan(build):
    i = 0
    major = 0
    while i < len(build) and build[i].isdigit():
        major = major * 10 + int(build[i])
        i += 1
    if i == 0 or i == len(build) or not build[i].isupper():
        return None
    letter = build[i]
    i += 1
    daily = 0
    start = i
    while i < len(build) and build[i].isdigit():
        daily = daily * 10 + int(build[i])
        i += 1
    if i == start:
        return None
    suffix = build[i:]
    if len(suffix) > 1 or (suffix != '' and not suffix.islower()):
        return None
    return major, ord(letter) - ord('A'), daily, suffix


def marketing(parts):
    major, minor, daily, suffix = parts
    if major >= 15:
        name = str(major - 4) + '.' + str(minor)
    else:
        name = '10.' + str(major - 4) + '.' + str(minor)
    if suffix != '':
        name += ' beta'
        if suffix != 'a':
            name += ' ' + str(ord(suffix) - ord('a') + 1)
    return name


def decode_all(builds):
    names = {}
    wrong = []
    newest = None
    for build in builds:
        parts = scan(build)
        if parts is None:
            wrong.append(build)
            continue
        name = marketing(parts)
        if name not in names or names[name] < parts[2]:
            names[name] = parts[2]
        if newest is None or parts > scan(newest):
            newest = build
    return len(names), wrong, newest, names[marketing(scan(newest))]
