# calls: table([{'id': i, 'name': '<b%d> & co' % i, 'x': i * 1.25} for i in range(9)], ['id', 'name', 'x', 'y'], True)
def escape(text):
    result = ''
    for letter in text:
        if letter == '&':
            result += '&amp;'
        elif letter == '<':
            result += '&lt;'
        elif letter == '>':
            result += '&gt;'
        else:
            result += letter
    return result


def cell(value, tag):
    if value is None:
        return '<' + tag + '/>'
    if isinstance(value, float):
        return '<' + tag + ' class="number">' + '%.2f' % value + '</' + tag + '>'
    return '<' + tag + '>' + escape(str(value)) + '</' + tag + '>'


def table(rows, columns, striped):
    html = '<table>\n<tr>'
    for name in columns:
        html += cell(name, 'th')
    html += '</tr>\n'
    for i in range(len(rows)):
        if striped:
            html += '<tr class="' + ('odd' if i % 2 else 'even') + '">'
        else:
            html += '<tr>'
        for name in columns:
            html += cell(rows[i].get(name), 'td')
        html += '</tr>\n'
    return html + '</table>'
