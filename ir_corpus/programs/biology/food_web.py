# calls: describe(WEB, dict(zip(WEB, [5, 2, 9, 60, 400, 9000, 700])))
# calls: describe({'cat': ['rat'], 'rat': []}, {'cat': 1, 'rat': 9})
WEB = {'fox': ['hare', 'mouse', 'berry'], 'hawk': ['mouse', 'snake'], 'snake': ['mouse'], 'hare': ['grass'],
       'mouse': ['grass', 'berry'], 'grass': [], 'berry': []}


def level(web, kind):
    if len(web[kind]) == 0:
        return 1.0
    total = 0.0
    for eaten in web[kind]:
        total += level(web, eaten)
    return 1 + total / len(web[kind])


def lost_without(web, kind):
    lost = [kind]
    changed = True
    while changed:
        changed = False
        for other in web:
            if other in lost or len(web[other]) == 0:
                continue
            if all(eaten in lost for eaten in web[other]):
                lost.append(other)
                changed = True
    return lost[1:]


def describe(web, numbers):
    lines = []
    keystone = None
    for kind in sorted(web, key=lambda k: (-level(web, k), k)):
        eaters = [other for other in web if kind in web[other]]
        lost = lost_without(web, kind)
        food = 0
        for eaten in web[kind]:
            food += numbers[eaten]
        lines.append(f"{kind} {level(web, kind):.2f} eaten by {len(eaters)}, {food / numbers[kind]:.1f} food each")
        if keystone is None or len(lost) > len(lost_without(web, keystone)):
            keystone = kind
    return lines, keystone
