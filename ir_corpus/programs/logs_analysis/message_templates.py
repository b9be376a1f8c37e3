# calls: templates(['user %d logged in from 10.1.%d.4' % (i, i % 3) if i % 3 else 'disk sd%d full at %d%%' % (i % 2, i) for i in range(45)])
def has_digit(word):
    for c in word:
        if c in '0123456789':
            return True
    return False


def template(message):
    words = message.split()
    out = []
    for i in range(len(words)):
        if has_digit(words[i]):
            out.append('<*>')
        else:
            out.append(words[i])
    return ' '.join(out)


def templates(messages):
    groups = {}
    for message in messages:
        key = template(message)
        if key not in groups:
            groups[key] = {'count': 0, 'example': message, 'parameters': []}
        group = groups[key]
        group['count'] += 1
        for word in message.split():
            if has_digit(word) and word not in group['parameters']:
                group['parameters'].append(word)
    table = []
    for key, group in sorted(groups.items(), key=lambda kv: -kv[1]['count']):
        table.append([key, group['count'], len(group['parameters']), group['example']])
    return table
