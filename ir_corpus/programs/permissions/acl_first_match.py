# calls: evaluate([('deny' if i % 5 == 0 else 'allow', '/' + 'abc'[i % 3] + '/' + ['*', 'x%d' % i, '**'][i % 3], ['GET', 'POST', '*'][i % 3]) for i in range(24)], [('/' + 'abcd'[i % 4] + '/x%d' % (i % 25), ['GET', 'POST'][i % 2]) for i in range(50)])
# calls: evaluate([], [('/', 'GET')])
def matches(pattern, path):
    want = pattern.strip('/').split('/')
    have = path.strip('/').split('/')
    for i in range(len(want)):
        if want[i] == '**':
            return True
        if i >= len(have):
            return False
        if want[i] != '*' and want[i] != have[i]:
            return False
    return len(want) == len(have)


def decide(rules, path, method):
    for number, (verdict, pattern, wanted) in enumerate(rules):
        if wanted in ('*', method) and matches(pattern, path):
            return verdict, number
    return 'deny', None


def evaluate(rules, requests):
    used = [0] * len(rules)
    allowed = 0
    denied = []
    for path, method in requests:
        verdict, number = decide(rules, path, method)
        if number is not None:
            used[number] += 1
        if verdict == 'allow':
            allowed += 1
        elif number is None:
            denied.append(method + ' ' + path)
    dead = [number for number, times in enumerate(used) if times == 0]
    return allowed, len(denied), denied[:3], dead
