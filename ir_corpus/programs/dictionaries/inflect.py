# calls: table(['walk', 'try', 'stop', 'make', 'watch', 'play', 'see', 'fix', 'run', 'carry'] * 14), plural_all(['cat', 'box', 'baby', 'toy', 'leaf', 'man', 'church'] * 12)
IRREGULAR = {'see': ('saw', 'seen'), 'run': ('ran', 'run'), 'make': ('made', 'made')}


def is_vowel(letter):
    return letter in ['a', 'e', 'i', 'o', 'u']


def past(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb][0]
    if verb[-1] == 'e':
        return verb + 'd'
    if verb[-1] == 'y' and not is_vowel(verb[-2]):
        return verb[:-1] + 'ied'
    if len(verb) <= 4 and not is_vowel(verb[-1]) and is_vowel(verb[-2]) and not is_vowel(verb[-3]) and verb[-1] not in ['x', 'y', 'w']:
        return verb + verb[-1] + 'ed'
    return verb + 'ed'


def third(verb):
    for ending in ['ch', 'sh', 's', 'x', 'o']:
        if verb.endswith(ending):
            return verb + 'es'
    if verb[-1] == 'y' and not is_vowel(verb[-2]):
        return verb[:-1] + 'ies'
    return verb + 's'


def plural_all(nouns):
    return [noun[:-1] + 'ves' if noun[-1] == 'f' else {'man': 'men'}[noun] if noun == 'man' else third(noun) for noun in nouns]


def table(verbs):
    width = 0
    for verb in verbs:
        width = max(width, len(past(verb)))
    lines = ''
    for i in range(len(verbs)):
        line = str(i + 1) + '. ' + third(verbs[i])
        line += ' ' * (width - len(past(verbs[i]))) + past(verbs[i])
        lines += line + '\n'
    return lines
