# calls: count('let x = 3 + 4 * ( y - 12 ) ; let z = x / 2 ;' * 4)
def tokens(text):
    word = ''
    for letter in text:
        if letter == ' ':
            if word != '':
                yield word
            word = ''
        else:
            word += letter
    if word != '':
        yield word


def kind(token):
    if token in ['+', '-', '*', '/', '=']:
        return 'operator'
    if token in ['(', ')', ';']:
        return 'mark'
    if token.isdigit():
        return 'number'
    return 'name'


def count(text):
    counts = {}
    for token in tokens(text):
        name = kind(token)
        if name in counts:
            counts[name] = counts[name] + 1
        else:
            counts[name] = 1
    return counts
