# calls: analyse(['ctrl+x ctrl+s=save', 'ctrl+x=cut', 'alt+f=forward', 'ctrl+x ctrl+c=quit', 'alt+f=file', 'shift+ctrl+p=palette', 'ctrl+shift+p=print', 'f5=run'] * 3)
ORDER = ['ctrl', 'alt', 'shift', 'meta']


def normal(chord):
    keys = chord.split('+')
    out = ''
    for modifier in ORDER:
        if modifier in keys:
            out += modifier + '+'
    for key in keys:
        if key not in ORDER:
            out += key
    return out


def parse(line):
    keys, _, command = line.partition('=')
    return tuple(normal(chord) for chord in keys.split(' ')), command


def is_prefix(short, long):
    return len(short) < len(long) and all(short[i] == long[i] for i in range(len(short)))


def analyse(lines):
    bindings = []
    for line in lines:
        bindings += [parse(line)]
    shadowed = []
    clashes = set()
    for i in range(len(bindings)):
        for j in range(len(bindings)):
            if is_prefix(bindings[i][0], bindings[j][0]) and (i, j) not in shadowed:
                shadowed.append((i, j))
            if i < j and bindings[i][0] == bindings[j][0] and bindings[i][1] != bindings[j][1]:
                clashes.add((bindings[i][1], bindings[j][1]))
    by_command = {}
    for keys, command in bindings:
        try:
            by_command[command].append(' '.join(keys))
        except KeyError:
            by_command[command] = [' '.join(keys)]
    return len(shadowed), sorted(clashes), {c: len(set(k)) for c, k in by_command.items()}
