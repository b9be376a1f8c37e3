# calls: frequent('the cat and the dog and the bird saw the cat run from the dog ' * 8, 3)
def words_of(text):
    words = []
    word = ''
    for letter in text:
        if letter in [' ', '.', ',', ';', '!', '?']:
            if word != '':
                words.append(word)
            word = ''
        else:
            word += letter
    return words


def frequent(text, most):
    counts = {}
    for word in words_of(text):
        if word not in counts:
            counts[word] = 0
        counts[word] = counts[word] + 1
    pairs = []
    for word in counts.keys():
        pairs.append((counts[word], word))
    pairs.sort(key=lambda pair: pair[0], reverse=True)
    return [pairs[i][1] for i in range(most)]
