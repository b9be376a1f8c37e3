# calls: runs('This is *bold* text and /slanted *both*/ with \\*literal\\* stars, _under_lined; ' * 8), runs('*open')
MARKS = {'*': 'b', '/': 'i', '_': 'u'}


def tokens(source):
    escaped = False
    for c in source:
        if escaped:
            yield 'text', c
            escaped = False
        elif c == '\\':
            escaped = True
        elif c in MARKS:
            yield 'mark', MARKS[c]
        else:
            yield 'text', c


def style_name(styles):
    if not styles:
        return 'roman'
    return '+'.join(sorted(styles))


def runs(source):
    styles = []
    out = []
    text = ''
    for kind, value in tokens(source):
        if kind == 'text':
            text += value
            continue
        if text:
            out.append((style_name(styles), text))
            text = ''
        if value in styles:
            styles.remove(value)
        else:
            styles.append(value)
    if text:
        out.append((style_name(styles), text))
    widths = {}
    for style, text in out:
        factor = 1.1 if 'b' in style.split('+') else 1.0
        widths[style] = widths.get(style, 0) + len(text) * factor
    return out[:8], widths, ['unclosed ' + s for s in styles]
