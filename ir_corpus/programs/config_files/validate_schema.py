# calls: validate([{'name': 'svc%d' % i, 'port': i * 997, 'mode': ['fast', 'slow', 'odd'][i % 3], 'level': i % 13} for i in range(90)])
# calls: validate([{'name': ''}, {'port': 'x', 'colour': 1}])
SCHEMA = [
    {'key': 'name', 'type': str, 'required': True},
    {'key': 'port', 'type': int, 'required': True, 'low': 1, 'high': 20000},
    {'key': 'mode', 'type': str, 'required': False, 'choices': ['fast', 'slow', 'auto', 'off']},
    {'key': 'level', 'type': int, 'required': False, 'low': 0, 'high': 9},
]


def allowed_keys():
    return [rule['key'] for rule in SCHEMA]


def problems_of(config):
    problems = []
    for rule in SCHEMA:
        key = rule['key']
        if key not in config:
            if rule['required']:
                problems.append(key + ' missing')
            continue
        value = config[key]
        if not isinstance(value, rule['type']):
            problems.append(key + ' has wrong type')
            continue
        if 'choices' in rule and value not in rule['choices']:
            problems.append(key + ' not allowed')
        if 'low' in rule and (value < rule['low'] or value > rule['high']):
            problems.append('%s out of range %d..%d' % (key, rule['low'], rule['high']))
    for key in config:
        if key not in allowed_keys():
            problems.append('unknown ' + key)
    return problems


def validate(configs):
    report = {}
    counts = {}
    for i in range(len(configs)):
        found = problems_of(configs[i])
        if not found:
            continue
        report[i] = found
        for problem in found:
            word = problem.split(' ')[0]
            counts[word] = counts.get(word, 0) + 1
    worst = max(report, key=lambda i: len(report[i])) if report else None
    return report, sorted(counts.items(), key=lambda kv: kv[1]), worst
