# calls: crack('AB', 'BA', 'CAC'), crack('A', 'A', 'B')
def letters_of(*words):
    letters = []
    for word in words:
        for letter in word:
            if letter not in letters:
                letters.append(letter)
    return letters


def number(word, digits):
    n = 0
    for letter in word:
        n = n * 10 + digits[letter]
    return n


def search(letters, digits, a, b, c):
    if len(digits) == len(letters):
        if digits[a[0]] == 0 or digits[b[0]] == 0 or digits[c[0]] == 0:
            return []
        if number(a, digits) + number(b, digits) == number(c, digits):
            return [dict(digits)]
        return []
    solutions = []
    letter = letters[len(digits)]
    for d in range(10):
        if d not in digits.values():
            digits[letter] = d
            solutions += search(letters, digits, a, b, c)
            del digits[letter]
    return solutions


def crack(a, b, c):
    solutions = search(letters_of(a, b, c), {}, a, b, c)
    if len(solutions) == 0:
        return 'no solution'
    shown = []
    for s in solutions:
        shown.append('%d + %d = %d' % (number(a, s), number(b, s), number(c, s)))
    return shown
