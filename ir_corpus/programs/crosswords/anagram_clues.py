# calls: clue_check([('Dirty room makes sleeping place', 'dormitory'), ('Broken vase, we hear', 'saved'), ('Listen carefully mixed', 'silent'), ('Cruel tea stirred in battle', 'lacerate'), ('Nag a ram', 'anagram')] * 7), clue_check([('', 'x')])
INDICATORS = ['dirty', 'broken', 'mixed', 'stirred', 'wild', 'drunk']


def letters(text):
    return ''.join(sorted(ch for ch in text.lower() if 'a' <= ch <= 'z'))


def windows(words):
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            yield i, j, ''.join(words[i:j])


def hidden(text, answer):
    flat = ''.join(ch for ch in text.lower() if ch.isalpha())
    if answer in flat:
        return 'forward'
    if answer[::-1] in flat:
        return 'backward'
    return None


def clue_check(clues):
    verdicts = []
    for clue, answer in clues:
        words = clue.split()
        kind = None
        best = 0
        for i, j, fodder in windows(words):
            have = letters(fodder)
            if have == letters(answer) and fodder.lower() != answer:
                near = False
                for k in range(max(0, i - 1), min(len(words), j + 1)):
                    if words[k].lower().strip(',.') in INDICATORS:
                        near = True
                kind = 'anagram' if near else 'unmarked anagram'
            left = list(letters(answer))
            for ch in have:
                if ch in left:
                    left.remove(ch)
            best = max(best, len(answer) - len(left))
        if kind is None:
            kind = hidden(clue, answer) or 'none'
        verdicts.append((answer, kind, best))
    return verdicts
