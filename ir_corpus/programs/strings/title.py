# calls: title('a tale of two cities and the winter of a year ' * 3)
def title(text):
    words = []
    for word in text.split():
        if word in ['a', 'an', 'the', 'of', 'and', 'or'] and len(words) > 0:
            words.append(word)
        else:
            words.append(word[0].upper() + word[1:])
    return ' '.join(words)
