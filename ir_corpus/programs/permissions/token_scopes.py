# calls: gate([{'sub': i, 'scope': ' '.join(['repo:read', 'repo:*', 'user:email', '*:read', 'admin'][k] for k in range(5) if i >> k & 1), 'exp': i * 40 % 700} for i in range(32)], [('repo:write', 100), ('user:read', 300), ('user:email', 10), ('admin', 500)]), gate([], [('a', 1)])
def covers(granted, needed):
    if granted == needed or granted == 'admin':
        return True
    if ':' not in granted or ':' not in needed:
        return False
    area, action = granted.split(':')
    want_area, want_action = needed.split(':')
    if area != '*' and area != want_area:
        return False
    return action == '*' or action == want_action


def check(token, needed, now):
    if token['exp'] <= now:
        return 'expired'
    for scope in token['scope'].split():
        if covers(scope, needed):
            return 'ok'
    return 'scope'


def smallest(scopes):
    kept = []
    for scope in scopes:
        others = [o for o in scopes if o != scope]
        if not any(covers(o, scope) for o in others):
            kept.append(scope)
    return kept


def gate(tokens, requests):
    outcome = {}
    for needed, now in requests:
        counts = {'ok': 0, 'expired': 0, 'scope': 0}
        for token in tokens:
            counts[check(token, needed, now)] += 1
        outcome[needed] = counts
    bloated = []
    for token in tokens:
        scopes = token['scope'].split()
        if len(smallest(scopes)) < len(scopes):
            bloated.append(token['sub'])
    return outcome, bloated
