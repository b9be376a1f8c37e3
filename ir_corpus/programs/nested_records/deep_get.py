# calls: ask([{'user': {'name': 'u%d' % i, 'langs': [{'code': 'en', 'level': i % 5}, {'code': 'de', 'level': i % 3}][:i % 3]}} for i in range(45)], ['user.name', 'user.langs.0.level', 'user.langs.*.code', 'user.phone'])
# calls: ask([{}], ['a.b', 'a'])
MISSING = '-'


def step(value, part):
    if isinstance(value, dict):
        return value.get(part, MISSING)
    if isinstance(value, list):
        if part == '*':
            return value
        if part.isdigit() and int(part) < len(value):
            return value[int(part)]
    return MISSING


def get(value, path):
    parts = path.split('.')
    for n, part in enumerate(parts):
        value = step(value, part)
        if value == MISSING:
            return MISSING
        if part == '*':
            rest = '.'.join(parts[n + 1:])
            return [get(v, rest) for v in value] if rest else value
    return value


def ask(records, paths):
    answers = {path: [get(r, path) for r in records] for path in paths}
    missing = {}
    for path, values in answers.items():
        missing[path] = sum(1 for v in values if v == MISSING or v == [])
    kinds = {path: sorted({type(v).__name__ for v in values}) for path, values in answers.items()}
    return missing, kinds, [answers[p][-1] for p in paths]
