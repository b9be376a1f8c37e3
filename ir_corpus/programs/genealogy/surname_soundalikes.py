# calls: groups(['Meyer', 'Maier', 'Mayr', 'Schmidt', 'Smith', 'Schmitt', 'Huber', 'Hoover', 'Kohler', 'Koehler', 'Collar', 'Bauer', 'Bower', 'Becker', 'Baecker', 'Pecker'] * 6)
# calls: groups(['O', ''])
PAIRS = [('sch', 's'), ('ck', 'k'), ('ph', 'f'), ('dt', 't'), ('ae', 'e'), ('oe', 'o'), ('th', 't')]


def simplify(name):
    name = name.lower()
    for old, new in PAIRS:
        name = name.replace(old, new)
    out = ''
    for letter in name:
        if letter in 'pb':
            letter = 'b'
        elif letter in 'ckgq':
            letter = 'k'
        elif letter in 'fvw':
            letter = 'v'
        elif letter in 'td':
            letter = 't'
        elif letter in 'aeiouyh' and out:
            continue
        if out == '' or out[-1] != letter:
            out += letter
    return out


def groups(names):
    known = []
    for name in names:
        code = simplify(name)
        placed = False
        for group in known:
            if group[0] == code:
                if name not in group[1]:
                    group[1].append(name)
                group[2] += 1
                placed = True
        if not placed:
            known.append([code, [name], 1])
    return sorted(known, key=lambda g: (-len(g[1]), g[0]))
