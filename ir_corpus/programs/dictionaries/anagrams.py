# calls: anagrams('listen silent enlist google gogole banana abanan tinsel cat act tac dog god inlets'.split(' ') * 25), best_group(['post', 'stop', 'pots', 'spot', 'cat'])
# calls: anagrams([])
def signature(word):
    letters = [letter for letter in word.lower() if letter.isalpha()]
    letters.sort()
    return ''.join(letters)


def anagrams(words):
    families = {}
    for word in words:
        key = signature(word)
        if key not in families:
            families[key] = []
        if word not in families[key]:
            families[key].append(word)
    result = []
    for key in families:
        if len(families[key]) > 1:
            result.append((len(families[key]), sorted(families[key])))
    result.sort(key=lambda group: group[0], reverse=True)
    return result


def best_group(words):
    groups = anagrams(words)
    if len(groups) == 0:
        return None
    return ', '.join(groups[0][1])
