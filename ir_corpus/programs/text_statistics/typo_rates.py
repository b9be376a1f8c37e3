# calls: typing_report('pack my box with five dozen liquor jugs ' * 5, 'pack ny box with fivd dozen liquor jufs ' * 5), typing_report('abc', 'abcd')
ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']


def place(key):
    for y in range(len(ROWS)):
        for x in range(len(ROWS[y])):
            if ROWS[y][x] == key:
                return x + y * 0.5, y
    return None


def are_neighbours(a, b):
    if place(a) is None or place(b) is None:
        return False
    ax, ay = place(a)
    bx, by = place(b)
    return abs(ax - bx) <= 1.0 and abs(ay - by) <= 1


def typing_report(wanted, typed):
    slips = 0
    wild = 0
    per_key = {}
    for i in range(min(len(wanted), len(typed))):
        if wanted[i] == typed[i]:
            continue
        if are_neighbours(wanted[i], typed[i]):
            slips += 1
        else:
            wild += 1
        if wanted[i] in per_key:
            per_key[wanted[i]] += 1
        else:
            per_key[wanted[i]] = 1
    rates = {}
    for key in sorted(per_key):
        rates[key] = round(per_key[key] / wanted.count(key), 2)
    fingers = [0.0, 0.0, 0.0]
    for ch in typed:
        if place(ch) is not None:
            fingers[place(ch)[1]] += 1 / len(typed)
    return slips, wild, rates, [round(f, 3) for f in fingers], abs(len(wanted) - len(typed))
