# calls: anagrams(['listen', 'silent', 'enlist', 'google', 'elgoog', 'abc', 'cab', 'bca'] * 3)
def anagrams(words):
    groups = {}
    for word in words:
        key = ''.join(sorted(word))
        if key not in groups:
            groups[key] = []
        groups[key].append(word)
    return groups
