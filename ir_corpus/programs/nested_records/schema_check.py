# calls: check_all([{'name': 'n' * (i % 5), 'age': i - 3 if i % 7 else 'old', 'address': {'zip': '%05d' % (i * 331)}, 'pets': [{'kind': ['cat', 'dog', 'rock'][i % 3]}] * (i % 3)} for i in range(60)]), check_all([{}, {'name': 3, 'extra': 1}])
SCHEMA = {
    'name': ('str', 1, 20),
    'age': ('int', 0, 130),
    'address': ('dict', {'zip': ('str', 5, 5)}),
    'pets': ('list', {'kind': ('one of', ['cat', 'dog', 'fish'])}),
}


def problem(value, rule):
    kind = rule[0]
    if kind == 'str':
        if not isinstance(value, str):
            return 'not a text'
        if not rule[1] <= len(value) <= rule[2]:
            return 'length ' + str(len(value))
    elif kind == 'int':
        if not isinstance(value, int):
            return 'not a number'
        if value < rule[1]:
            return 'too small'
        if value > rule[2]:
            return 'too large'
    elif kind == 'one of' and value not in rule[1]:
        return repr(value) + ' is not allowed'
    return ''


def check(record, schema, where, found):
    for field in schema:
        if field not in record:
            found.append((where + field, 'missing'))
            continue
        rule = schema[field]
        if rule[0] == 'dict':
            check(record[field], rule[1], where + field + '/', found)
        elif rule[0] == 'list':
            for n, item in enumerate(record[field]):
                check(item, rule[1], where + field + '/' + str(n) + '/', found)
        elif problem(record[field], rule):
            found.append((where + field, problem(record[field], rule)))
    for field in record:
        if field not in schema:
            found.append((where + field, 'unknown'))


def check_all(records):
    summary = {}
    valid = 0
    for record in records:
        found = []
        check(record, SCHEMA, '', found)
        if not found:
            valid += 1
        for entry in found:
            summary[entry] = summary.get(entry, 0) + 1
    return valid, sorted(summary.items(), key=lambda e: (-e[1], e[0]))
