# calls: links('See [[Main Page|home]] or [[Help]] and [[File:Cat.png|thumb|A cat]], not [[broken. Also [[Help]]. ' * 8, ['Help', 'Main Page', 'Sandbox'])
def split_bar(inner):
    parts = []
    part = ''
    for c in inner:
        if c == '|':
            parts.append(part)
            part = ''
        else:
            part += c
    parts.append(part)
    return parts


def slug(title):
    text = ''
    for c in title:
        if c == ' ':
            text += '_'
        else:
            text += c.lower() if c.isalpha() else c
    return text


def links(source, pages):
    position = 0
    targets = {}
    missing = []
    files = 0
    while True:
        start = source.find('[[', position)
        if start < 0:
            break
        end = source.find(']]', start)
        if end < 0:
            break
        parts = split_bar(source[start + 2:end])
        if parts[0].startswith('File:'):
            files += 1
        elif parts[0] in pages:
            label = parts[1] if len(parts) > 1 else parts[0]
            targets.setdefault(slug(parts[0]), []).append(label)
        elif parts[0] not in missing:
            missing.append(parts[0])
        position = end + 2
    return {name: len(targets[name]) for name in targets}, missing, files
