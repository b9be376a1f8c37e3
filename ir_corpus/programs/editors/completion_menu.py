# calls: suggest(['print', 'println', 'private', 'process', 'parse_int', 'point', 'package', 'put_item', 'remove', 'pin'] * 9, 'pin', 5)
# calls: suggest(['alpha', 'beta'], 'z', 3)
def subsequence(pattern, word):
    at = 0
    places = []
    for i in range(len(word)):
        if at < len(pattern) and word[i] == pattern[at]:
            places.append(i)
            at += 1
    return places if at == len(pattern) else None


def score(pattern, word):
    places = subsequence(pattern, word)
    if places is None:
        return -1
    points = 100 - len(word)
    for k in range(len(places)):
        if places[k] == 0 or word[places[k] - 1] == '_':
            points += 20
        if k > 0 and places[k] == places[k - 1] + 1:
            points += 10
        points -= places[k] - k
    return points


def suggest(words, pattern, most):
    candidates = []
    for word in words:
        if word in candidates:
            continue
        if score(pattern, word) >= 0:
            candidates.append(word)
    ranked = sorted(candidates, key=lambda word: (-score(pattern, word), word))
    menu = []
    for i in range(min(most, len(ranked))):
        text = ''
        places = subsequence(pattern, ranked[i])
        for j in range(len(ranked[i])):
            text += ranked[i][j].upper() if j in places else ranked[i][j]
        menu.append((text, score(pattern, ranked[i])))
    return menu
