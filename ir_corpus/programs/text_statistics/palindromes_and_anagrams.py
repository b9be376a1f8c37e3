# calls: word_play(['level', 'stone', 'notes', 'onset', 'noon', 'Tones', 'refer', 'door', 'odor', 'rood'] * 4), word_play(['', 'a'])
def is_palindrome(word):
    i = 0
    j = len(word) - 1
    while i < j:
        if word[i].lower() != word[j].lower():
            return False
        i += 1
        j -= 1
    return True


def same_letters(a, b):
    if len(a) != len(b):
        return False
    left = list(b.lower())
    for ch in a.lower():
        if ch in left:
            left.remove(ch)
        else:
            return False
    return True


def word_play(words):
    different = []
    for w in words:
        if w.lower() not in different:
            different.append(w.lower())
    palindromes = [w for w in different if is_palindrome(w)]
    groups = []
    for w in words:
        placed = False
        for g in groups:
            if same_letters(g[0], w):
                if w.lower() not in g:
                    g.append(w.lower())
                placed = True
                break
        if not placed:
            groups.append([w.lower()])
    return palindromes, [g for g in groups if len(g) > 1], len(different)
