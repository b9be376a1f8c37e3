# calls: search('ab' * 60 + 'abc' + 'ab' * 40, 'ababc')
def borders(word):
    table = [0] * len(word)
    k = 0
    for i in range(1, len(word)):
        while k > 0 and word[k] != word[i]:
            k = table[k - 1]
        if word[k] == word[i]:
            k += 1
        table[i] = k
    return table


def search(text, word):
    table = borders(word)
    found = []
    k = 0
    for i in range(len(text)):
        while k > 0 and (k == len(word) or word[k] != text[i]):
            k = table[k - 1]
        if word[k] == text[i]:
            k += 1
        if k == len(word):
            found.append(i - len(word) + 1)
            k = table[k - 1]
    return found
