# calls: roundtrip('the quick brown fox jumps over the lazy dog 1984 ' * 12)
CODES = {
    'a': '.-', 'b': '-...', 'c': '-.-.', 'd': '-..', 'e': '.', 'f': '..-.', 'g': '--.', 'h': '....', 'i': '..',
    'j': '.---', 'k': '-.-', 'l': '.-..', 'm': '--', 'n': '-.', 'o': '---', 'p': '.--.', 'q': '--.-', 'r': '.-.',
    's': '...', 't': '-', 'u': '..-', 'v': '...-', 'w': '.--', 'x': '-..-', 'y': '-.--', 'z': '--..',
    '1': '.----', '8': '---..', '9': '----.', '4': '....-',
}


def units(code):
    total = 0
    for mark in code:
        total += 1 if mark == '.' else 3
    return total + len(code) - 1


def sent(message):
    words = []
    duration = 0
    for word in message.split():
        codes = []
        for letter in word:
            try:
                code = CODES[letter]
            except KeyError:
                code = '..--..'
            codes.append(code)
            duration += units(code) + 3
        words.append(' '.join(codes))
        duration += 4
    return ' / '.join(words), duration


def received(signal):
    letters = {CODES[letter]: letter for letter in CODES}
    text = ''
    for word in signal.split(' / '):
        for code in word.split(' '):
            text += letters.get(code, '?')
        text += ' '
    return text.strip()


def roundtrip(message):
    signal, duration = sent(message)
    return received(signal) == message.strip(), duration
