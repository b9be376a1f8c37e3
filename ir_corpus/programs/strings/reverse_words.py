# calls: reverse('one two three four five six seven eight nine ten ' * 4)
def reverse(text):
    result = ''
    for word in text.split():
        backwards = ''
        for letter in word:
            backwards = letter + backwards
        result += backwards + ' '
    return result.strip()
