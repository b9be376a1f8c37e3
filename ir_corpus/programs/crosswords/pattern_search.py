# calls: hints(['c?t', '??n?', 'p????', '?a?e', 'z*', '*er', 'b*l'], 'cat cot cut barn pony plane paint game lane zest power tower ball bell candle castle winter' .split() * 4), hints(['*'], ['a', 'b']), hints([], [])
def fits(pattern, word):
    if pattern == '':
        return word == ''
    if pattern[0] == '*':
        for skip in range(len(word) + 1):
            if fits(pattern[1:], word[skip:]):
                return True
        return False
    if word == '':
        return False
    if pattern[0] == '?' or pattern[0] == word[0]:
        return fits(pattern[1:], word[1:])
    return False


def letter_odds(pattern, words):
    spots = [i for i, ch in enumerate(pattern) if ch == '?']
    odds = []
    for i in spots:
        counts = {}
        for word in words:
            if i < len(word):
                counts[word[i]] = counts.get(word[i], 0) + 1
        if counts:
            best = max(sorted(counts), key=counts.get)
            odds.append((i, best, counts[best]))
    return odds


def hints(patterns, words):
    result = {}
    for pattern in patterns:
        found = []
        for word in words:
            if word not in found and fits(pattern, word):
                found.append(word)
        if '*' in pattern:
            result[pattern] = sorted(found, key=lambda w: (len(w), w))
        else:
            result[pattern] = (sorted(found), letter_odds(pattern, found))
    return result
