# calls: to_html('[b]Hi[/b] [i]there [u]you[/u][/i] [color=red]warm[/color] [x]kept[/x] :) ' * 6)
from collections import namedtuple

Tag = namedtuple('Tag', 'name html')
KNOWN = [Tag('b', 'strong'), Tag('i', 'em'), Tag('u', 'ins'), Tag('color', 'span'), Tag('s', 'del')]
SMILEYS = {':)': '&#9786;', ':(': '&#9785;'}


def lookup(name):
    for tag in KNOWN:
        if tag.name == name:
            return tag
    return None


def to_html(text):
    pieces = []
    stack = []
    i = 0
    while i < len(text):
        if text[i] == '[':
            j = i
            while j < len(text) and text[j] != ']':
                j += 1
            inner = text[i + 1:j]
            name = inner.lstrip('/').split('=')[0]
            tag = lookup(name)
            if tag is None:
                pieces += [text[i:j + 1]]
            elif inner.startswith('/'):
                if stack and stack[-1] == name:
                    stack.pop()
                    pieces += ['</' + tag.html + '>']
            else:
                stack += [name]
                extra = ' style="color:' + inner[6:] + '"' if name == 'color' else ''
                pieces += ['<' + tag.html + extra + '>']
            i = j + 1
        elif text[i:i + 2] in SMILEYS:
            pieces += [SMILEYS[text[i:i + 2]]]
            i += 2
        else:
            pieces += [text[i]]
            i += 1
    return ''.join(pieces), stack
