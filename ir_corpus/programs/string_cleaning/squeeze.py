# calls: clean_text('  Too   many    blanks ,and wrong  signs .  Also\t\ttabs  !! ' * 5), clean_text(' '), clean_text('a ,b')
def squeeze(text):
    result = ''
    last = ' '
    i = 0
    while i < len(text):
        c = text[i]
        if c == '\t' or c == '\n':
            c = ' '
        if not (c == ' ' and last == ' '):
            result += c
        last = c
        i += 1
    return result.rstrip()


def fix_signs(text):
    result = ''
    i = 0
    while i < len(text):
        if text[i] == ' ' and i + 1 < len(text) and text[i + 1] in ',.;:!?':
            i += 1
            continue
        result += text[i]
        if text[i] in ',;:' and i + 1 < len(text) and text[i + 1] != ' ':
            result += ' '
        i += 1
    return result


def single_marks(text):
    result = []
    for c in text:
        if len(result) > 0 and c in '!?' and result[-1] == c:
            continue
        result.append(c)
    return ''.join(result)


def capitals(text):
    start = True
    letters = []
    for c in text:
        if start and c.isalpha():
            letters.append(c.upper())
            start = False
        else:
            letters.append(c)
        if c in '.!?':
            start = True
    return ''.join(letters)


def clean_text(text):
    steps = [squeeze, fix_signs, single_marks, capitals]
    sizes = [len(text)]
    for step in steps:
        text = step(text)
        sizes.append(len(text))
    return text, sizes
