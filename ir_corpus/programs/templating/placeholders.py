# calls: render_all('Dear {name},\nyou owe {sum} for {{{item}}} {{sic}}.', [{'name': 'Al', 'sum': 3, 'item': 'a'}] * 9)
# calls: render_all('{a} {b', [{'a': 1}, {}])
def render(template, values):
    text = ''
    i = 0
    while i < len(template):
        letter = template[i]
        if letter == '{' and template[i:i + 2] == '{{':
            text += '{'
            i += 2
        elif letter == '}' and template[i:i + 2] == '}}':
            text += '}'
            i += 2
        elif letter == '{':
            end = template.find('}', i)
            if end == -1:
                raise ValueError('open brace at ' + str(i))
            text += str(values[template[i + 1:end].strip()])
            i = end + 1
        else:
            text += letter
            i += 1
    return text


def render_all(template, rows):
    done = []
    problems = []
    for number, row in enumerate(rows):
        try:
            done.append(render(template, row))
        except KeyError as name:
            problems.append((number, 'no ' + str(name)))
        except ValueError as problem:
            problems.append((number, str(problem)))
    return done, problems
