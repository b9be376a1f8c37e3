# calls: to_html(['id', 'name', 'ok'], [(i, 'a<%d & "b"' % i, i % 3 == 0) for i in range(50)]), to_html(['x'], [])
REPLACE = [('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;')]


def escape(text):
    for old, new in REPLACE:
        text = text.replace(old, new)
    return text


def tag(name, inside, **attributes):
    html = '<' + name
    for key in sorted(attributes):
        html += ' ' + key + '="' + escape(attributes[key]) + '"'
    html += '>' + inside + '</' + name + '>'
    return html


def show(value):
    if value is True:
        return 'yes'
    if value is False:
        return 'no'
    return escape(str(value))


def to_html(header, rows):
    html = tag('tr', ''.join(tag('th', escape(h)) for h in header))
    odd = True
    for row in rows:
        cells = ''
        for value in row:
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                cells += tag('td', show(value), align='right')
            else:
                cells += tag('td', show(value))
        html += '\n' + tag('tr', cells, style='odd' if odd else 'even')
        odd = not odd
    if not rows:
        html += '\n' + tag('tr', tag('td', '(nothing)', colspan=str(len(header))))
    return tag('table', '\n' + html + '\n', border='0')
