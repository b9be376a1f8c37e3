# calls: hyphenate_all(['typography', 'composition', 'paragraph', 'justification', 'international', 'letterpress', 'cat', 'baseline'] * 3)
# calls: hyphenate_all(['a', 'of'])
PATTERNS = ['1po', 'o1gr', 'a1gr', '1ti', 'i3fi', '1si', 'r1n', 't1t', 'r2p', '1na', 'e1l', 'e2t', 'ter1', '2ph', 'com3', 'jus2', '1ca']


def split_pattern(pattern):
    letters = ''
    values = [0]
    for c in pattern:
        if c.isdigit():
            values[-1] = int(c)
        else:
            letters += c
            values.append(0)
    return letters, values


def points(word):
    marks = [0] * (len(word) + 1)
    for pattern in PATTERNS:
        letters, values = split_pattern(pattern)
        start = word.find(letters)
        while start >= 0:
            for k, value in enumerate(values):
                marks[start + k] = max(marks[start + k], value)
            start = word.find(letters, start + 1)
    return marks


def hyphenate(word):
    if len(word) < 5:
        return word
    marks = points(word)
    out = word[0]
    for i in range(1, len(word)):
        if marks[i] % 2 == 1 and 2 <= i <= len(word) - 3:
            out += '-'
        out += word[i]
    return out


def hyphenate_all(words):
    done = [hyphenate(w) for w in words]
    return done, sum(w.count('-') for w in done)
