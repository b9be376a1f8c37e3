# calls: shifted('The quick brown fox jumps over the lazy dog' * 3, 5)
def shift_letter(letter, by):
    if 'a' <= letter and letter <= 'z':
        return chr((ord(letter) - ord('a') + by) % 26 + ord('a'))
    if 'A' <= letter and letter <= 'Z':
        return chr((ord(letter) - ord('A') + by) % 26 + ord('A'))
    return letter


def shifted(text, by):
    out = ''
    for i in range(len(text)):
        out += shift_letter(text[i], by)
    spaces = 0
    for letter in out:
        if letter == ' ':
            spaces += 1
    return out, spaces
