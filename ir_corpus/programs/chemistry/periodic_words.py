# calls: spell_all(['bacon', 'chocolate', 'cocoa', 'physics', 'phoenix', 'banana', 'sonics', 'hello'] * 3)
SYMBOLS = ['H', 'He', 'Li', 'Be', 'B', 'C', 'N', 'O', 'F', 'Ne', 'Na', 'Mg', 'Al', 'Si', 'P', 'S', 'Cl', 'Ar', 'K',
           'Ca', 'Sc', 'Ti', 'V', 'Cr', 'Mn', 'Fe', 'Co', 'Ni', 'Cu', 'Zn', 'Ga', 'Ge', 'As', 'Se', 'Br',
           'I', 'Ba', 'La', 'Te']


def spell(word):
    if word == '':
        return []
    for size in [2, 1]:
        if len(word) >= size:
            piece = word[:size].capitalize()
            if piece in SYMBOLS:
                rest = spell(word[size:])
                if rest is not None:
                    return [piece] + rest
    return None


def spell_all(words):
    good = {}
    bad = []
    for word in words:
        pieces = spell(word)
        if pieces is None:
            bad.append(word)
        else:
            good[word] = ''.join(pieces)
    longest = ''
    for word in good:
        if len(good[word]) > len(longest):
            longest = good[word]
    return good, bad, longest
