# calls: encode('bananaaa banana band and bandana' * 2)
def encode(text):
    alphabet = []
    for code in range(97, 123):
        alphabet.append(chr(code))
    alphabet.append(' ')
    out = []
    for letter in text:
        place = 0
        while alphabet[place] != letter:
            place += 1
        out.append(place)
        alphabet = [letter] + alphabet[:place] + alphabet[place + 1:]
    small = 0
    for i in range(len(out)):
        if out[i] in (0, 1, 2):
            small += 1
    return out, small
