# calls: attributes([('title', 'Tom & "Jerry" <3'), ('href', 'a?b=1&c=2'), ('alt', "it's"), ('id', 'x')] * 9)
# calls: unescape('a &lt; b &amp;&amp; c &gt; d &quot;x&quot; &unknown; &#65;&#x42; ' * 5)
ENTITIES = [('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'), ('"', '&quot;')]


def escape(text):
    result = ''
    for c in text:
        replaced = c
        for plain, entity in ENTITIES:
            if c == plain:
                replaced = entity
        result += replaced
    return result


def attributes(pairs):
    out = ''
    for i in range(len(pairs)):
        name = pairs[i][0]
        value = pairs[i][1]
        if i > 0:
            out += ' '
        out += name + '="' + escape(value) + '"'
    return out


def unescape(text):
    names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"'}
    out = []
    i = 0
    while i < len(text):
        if text[i] == '&' and ';' in text[i:i + 8]:
            end = text.index(';', i)
            name = text[i + 1:end]
            if name[:2] == '#x':
                out.append(chr(int(name[2:], 16)))
            elif name[:1] == '#':
                out.append(chr(int(name[1:])))
            else:
                out.append(names[name] if name in names else '&' + name + ';')
            i = end + 1
        else:
            out.append(text[i])
            i += 1
    return ''.join(out)
