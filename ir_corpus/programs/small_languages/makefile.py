# calls: build(['app: ' + ' '.join('m%d.o' % k for k in range(14))] + ['m%d.o: m%d.c h%d.h' % (k, k, k % 3) for k in range(14)] + ['h1.h: gen', 'h2.h: h1.h'], ['h1.h', 'm4.c'], 'app'), build(['a: b', 'b: a'], [], 'a')
def parse(lines):
    rules = []
    for line in lines:
        target, needs = line.split(':')
        rules.append((target.strip(), needs.split()))
    return rules


def needs_of(rules, target):
    for name, needs in rules:
        if name == target:
            return needs
    return []


def has_rule(rules, target):
    return any(name == target for name, _ in rules)


def order(rules, target, done, path):
    if target in path:
        raise ValueError(' -> '.join(path + [target]))
    if target in done:
        return done
    for need in needs_of(rules, target):
        order(rules, need, done, path + [target])
    done.append(target)
    return done


def stale(rules, target, changed):
    if target in changed:
        return True
    for need in needs_of(rules, target):
        if stale(rules, need, changed):
            return True
    return False


def build(lines, changed, goal):
    rules = parse(lines)
    try:
        steps = order(rules, goal, [], [])
    except ValueError as circle:
        return 'circle: ' + str(circle)
    work = [s for s in steps if has_rule(rules, s) and stale(rules, s, changed)]
    kept = [s for s in steps if has_rule(rules, s) and s not in work]
    waves = []
    for s in work:
        level = 0
        for number, wave in enumerate(waves):
            if any(need in wave for need in needs_of(rules, s)):
                level = number + 1
        if level == len(waves):
            waves.append([])
        waves[level].append(s)
    return work, kept, waves
