# calls: find_all('abcabcabdabcabcabd' * 8, 'abcabd')
def matches_at(text, word, start):
    for i in range(len(word)):
        if text[start + i] != word[i]:
            return False
    return True


def find_all(text, word):
    places = []
    i = 0
    while i <= len(text) - len(word):
        if matches_at(text, word, i):
            places = places + [i]
        i = i + 1
    gaps = []
    for k in range(len(places) - 1):
        gaps.append(places[k + 1] - places[k])
    longest = 0
    for gap in gaps:
        longest = max(longest, gap)
    return places, longest
