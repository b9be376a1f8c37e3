# calls: segment('theredtablehasfourlegsandatop' * 14, ['the', 'there', 'red', 'table', 'tab', 'has', 'four', 'for', 'legs', 'leg', 'and', 'a', 'top'])
# calls: segment('xxabcabx', ['ab', 'abc'])
def longest_word(words):
    longest = 0
    for word in words:
        longest = max(longest, len(word))
    return longest


def segment(text, words):
    out = []
    unknown = ''
    i = 0
    n = len(text)
    while i < n:
        found = None
        size = min(longest_word(words), n - i)
        while size > 0:
            piece = text[i:i + size]
            if piece in words:
                found = piece
                break
            size -= 1
        if found is None:
            unknown += text[i]
            i += 1
        else:
            if unknown != '':
                out.append('?' + unknown)
                unknown = ''
            out.append(found)
            i += len(found)
    if unknown != '':
        out.append('?' + unknown)
    return ' '.join(out), sum(1 for piece in out if piece[0] != '?')
