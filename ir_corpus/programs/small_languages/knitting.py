# calls: knit('cast 24; repeat 6 { k2 p2 *; } repeat 5 { k1 yo k*; p*; k2tog k*; }'), knit('cast 3; k3; p1;')
def tokenize(text):
    for sign in '{};':
        text = text.replace(sign, ' ' + sign + ' ')
    return text.split()


def unroll(words):
    out = []
    i = 0
    while i < len(words):
        if words[i] == 'repeat':
            times = int(words[i + 1])
            depth = 1
            j = i + 3
            while depth > 0:
                if words[j] == '{':
                    depth += 1
                elif words[j] == '}':
                    depth -= 1
                j += 1
            out += unroll(words[i + 3:j - 1]) * times
            i = j
        else:
            out.append(words[i])
            i += 1
    return out


def stitch(word, left):
    if word == 'yo':
        return 0, ['o']
    if word == 'k2tog':
        return 2, ['/']
    mark = '|' if word[0] == 'k' else '-'
    n = left if word[1:] == '*' else int(word[1:])
    return n, [mark] * n


def knit(text):
    row = []
    rows = []
    width = 0
    pattern = []
    words = unroll(tokenize(text))
    i = 0
    while i < len(words):
        if words[i] == 'cast':
            width = int(words[i + 1])
            i += 2
        elif words[i] == ';':
            if pattern:
                k = 0
                left = width
                while left > 0:
                    word = pattern[k % len(pattern)]
                    if word == '*':
                        word = pattern[(k + 1) % len(pattern)]
                        k += 1
                    used, marks = stitch(word, left)
                    if used > left:
                        used, marks = left, marks[:left]
                    left -= used
                    row += marks
                    k += 1
                rows.append(''.join(row))
                width = len(row)
                row = []
            pattern = []
        else:
            pattern.append(words[i])
        i += 1
    return rows, width
