# calls: highlight(['def area(w, h):', '    # simple', '    return w * h + 10', 'class Box: pass', 's = "if not"'] * 8)
KEYWORDS = ['and', 'as', 'assert', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'for', 'from', 'if',
            'import', 'in', 'is', 'lambda', 'not', 'or', 'pass', 'return', 'while', 'with', 'yield']


def style(word):
    if word in KEYWORDS:
        return 'k'
    for c in word:
        if c not in '0123456789':
            return 'n'
    return 'd'


def line_styles(line):
    styles = ''
    i = 0
    while i < len(line):
        c = line[i]
        j = i + 1
        if c == '#':
            styles += 'c' * (len(line) - i)
            break
        elif c == '"':
            while j < len(line) and line[j] != '"':
                j += 1
            j = min(j + 1, len(line))
            styles += 's' * (j - i)
        elif c.isalnum():
            while j < len(line) and line[j].isalnum():
                j += 1
            styles += style(line[i:j]) * (j - i)
        else:
            styles += '.'
        i = j
    return styles


def highlight(lines):
    usage = {}
    coded = []
    for line in lines:
        styles = line_styles(line)
        spans = []
        for i in range(len(styles)):
            if styles[i] in usage:
                usage[styles[i]] += 1
            else:
                usage[styles[i]] = 1
            if i == 0 or styles[i] != styles[i - 1]:
                spans.append([i, i + 1, styles[i]])
            else:
                spans[-1][1] = i + 1
        coded.append(spans)
    return coded, usage
