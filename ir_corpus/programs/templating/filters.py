# calls: expand('Hi %name|title%, %count|plural:item% at %price|money%. %name|upper|trim:3%!', USERS * 5)
USERS = [{'name': 'ada lovelace', 'count': 1, 'price': 3.5}, {'name': 'bob', 'count': 4, 'price': 99}, {'name': 'x'}]


def apply(value, name):
    argument = ''
    if ':' in name:
        name, argument = name.split(':')
    if name == 'upper':
        return value.upper()
    if name == 'title':
        return ' '.join([word[0].upper() + word[1:] for word in value.split()])
    if name == 'trim':
        return value[:int(argument)]
    if name == 'plural':
        return str(value) + ' ' + argument + ('' if value == 1 else 's')
    if name == 'money':
        return '$' + format(value, ',.2f')
    raise ValueError(name)


def expand(template, rows):
    pieces = template.split('%')
    texts = []
    missing = {}
    for row in rows:
        text = ''
        for i in range(len(pieces)):
            if i % 2 == 0:
                text += pieces[i]
                continue
            parts = pieces[i].split('|')
            if parts[0] not in row.keys():
                missing[parts[0]] = missing.get(parts[0], 0) + 1
                text += '?'
                continue
            value = row[parts[0]]
            for name in parts[1:]:
                value = apply(value, name)
            text += str(value)
        texts.append(text)
    return texts, missing
