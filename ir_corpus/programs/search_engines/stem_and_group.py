# calls: group([w + s for w in ['walk', 'hop', 'cat', 'happi', 'connect', 'relat', 'store'] for s in ['', 's', 'ing', 'ed', 'ness', 'ational', 'er', 'ers']]), group(['is', 'ponies', 'agreed'])
RULES = [('ational', 'ate'), ('ness', ''), ('ingly', ''), ('ies', 'y'), ('ing', ''), ('ers', ''), ('er', ''), ('ed', ''), ('s', '')]


def has_vowel(text):
    for letter in text:
        if letter in 'aeiouy':
            return True
    return False


def measure(text):
    shape = ''
    for letter in text:
        kind = 'v' if letter in 'aeiou' else 'c'
        if not shape.endswith(kind):
            shape += kind
    return shape.count('vc')


def stem(word):
    for ending, new in RULES:
        if not word.endswith(ending):
            continue
        base = word[:len(word) - len(ending)]
        if measure(base) < 1 or not has_vowel(base):
            continue
        word = base + new
        break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in 'lsz':
        word = word[:-1]
    if word.endswith('e') and measure(word[:-1]) > 1:
        word = word[:-1]
    if word.endswith('i'):
        word = word[:-1] + 'y'
    return word


def group(words):
    families = {}
    for word in words:
        families.setdefault(stem(word), []).append(word)
    alone = [key for key in sorted(families) if len(families[key]) == 1]
    biggest = max(families.items(), key=lambda item: (len(item[1]), item[0]))
    saved = sum(len(w) for w in words) - sum(len(k) for k in families)
    return len(families), alone, biggest, saved
