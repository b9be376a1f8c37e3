# calls: review('allow staff read,list docs; deny interns read payroll; allow interns,staff read *; allow boss * *; deny * delete archive', [(who, what, where) for who in ['staff', 'interns', 'boss', 'visitor'] for what in ['read', 'list', 'delete'] for where in ['docs', 'payroll', 'archive']])
# calls: review('allow a b c', [('a', 'b', 'c'), ('a', 'b', 'd')])
def parse(policy):
    statements = []
    for sentence in policy.split(';'):
        effect, who, what, where = sentence.split()
        statements.append({
            'effect': effect,
            'who': who.split(','),
            'what': what.split(','),
            'where': where.split(','),
        })
    return statements


def applies(statement, request):
    for part, value in zip(('who', 'what', 'where'), request):
        if '*' not in statement[part] and value not in statement[part]:
            return False
    return True


def verdict(policy, request):
    allowed = False
    for statement in parse(policy):
        if applies(statement, request):
            if statement['effect'] == 'deny':
                return False
            allowed = True
    return allowed


def needed(policy, request):
    sentences = policy.split(';')
    lost = []
    for i in range(len(sentences)):
        without = ';'.join(sentences[:i] + sentences[i + 1:])
        if without and verdict(without, request) != verdict(policy, request):
            lost.append(i)
    return lost


def review(policy, requests):
    rows = []
    weights = {}
    for request in requests:
        deciding = needed(policy, request)
        for i in deciding:
            weights[i] = weights.get(i, 0) + 1
        rows.append(('+' if verdict(policy, request) else '-') + '.'.join(request))
    return rows, sorted(weights.items())
