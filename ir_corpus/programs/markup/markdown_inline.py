# calls: render('Some *emphasis* and **strong** words with `code` in _one_ line, unclosed *here. ' * 6)
MARKS = [('**', 'strong'), ('*', 'em'), ('_', 'em'), ('`', 'code')]


def mark_at(text, i):
    for mark, tag in MARKS:
        if text[i:i + len(mark)] == mark:
            return mark, tag
    return None, None


def render(text):
    out = ''
    open_tags = []
    i = 0
    while i < len(text):
        mark, tag = mark_at(text, i)
        if mark is None:
            out += text[i]
            i += 1
            continue
        if mark in open_tags:
            while True:
                last = open_tags.pop()
                for m, t in MARKS:
                    if m == last:
                        out += '</' + t + '>'
                if last == mark:
                    break
        else:
            open_tags.append(mark)
            out += '<' + tag + '>'
        i += len(mark)
    return out, len(open_tags)
