# calls: merged(['[app]\nname = shop\ndebug = no\n; old\n[db]\nhost = h%d\nport = %d\nurl = ${host}:${port}\n' % (i, 5000 + i) for i in range(25)])
# calls: merged(['x = 1\n[a]\ny = ${x}']), merged([])
def load(text):
    sections = {'': {}}
    current = ''
    problems = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line[0] in ';#':
            continue
        if line.startswith('[') and line.endswith(']'):
            current = line[1:-1]
            sections.setdefault(current, {})
        elif '=' in line:
            key, _, value = line.partition('=')
            sections[current][key.strip()] = value.strip()
        else:
            problems.append(number)
    return sections, problems


def fill(value, section, defaults):
    start = value.find('${')
    while start != -1:
        end = value.find('}', start)
        name = value[start + 2:end]
        if name in section:
            new = section[name]
        elif name in defaults:
            new = defaults[name]
        else:
            new = '<' + name + '>'
        value = value[:start] + new + value[end + 1:]
        start = value.find('${')
    return value


def convert(value):
    if value.lower() in ('yes', 'true', 'on'):
        return True
    if value.lower() in ('no', 'false', 'off'):
        return False
    if value.isdigit():
        return int(value)
    return value


def merged(texts):
    result = {}
    overwritten = 0
    for text in texts:
        sections, problems = load(text)
        for title in sections:
            for key in sections[title]:
                full = title + '.' + key
                value = convert(fill(sections[title][key], sections[title], sections['']))
                if full in result and result[full] != value:
                    overwritten += 1
                result[full] = value
    return result, overwritten
