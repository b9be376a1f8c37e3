# calls: crack('wkh txlfn eurzq ira mxpsv ryhu wkh odcb grj dqg uxqv dzdb'), crack('uryyb')
FREQUENT = [8.2, 1.5, 2.8, 4.3, 12.7, 2.2, 2.0, 6.1, 7.0, 0.15, 0.77, 4.0, 2.4, 6.7, 7.5, 1.9, 0.1, 6.0, 6.3, 9.1,
            2.8, 0.98, 2.4, 0.15, 2.0, 0.07]


def shifted(text, amount):
    result = ''
    for c in text:
        if 'a' <= c <= 'z':
            result += chr((ord(c) - 97 - amount) % 26 + 97)
        else:
            result += c
    return result


def distance(text):
    counts = [0] * 26
    letters = 0
    for c in text:
        if c.isalpha():
            counts[ord(c) - ord('a')] += 1
            letters += 1
    total = 0.0
    for i in range(26):
        expected = FREQUENT[i] * letters / 100
        total += (counts[i] - expected) ** 2 / expected
    return total


def crack(text):
    best = None
    best_score = 0.0
    for amount in range(26):
        score = distance(shifted(text, amount))
        if best is None or score < best_score:
            best = amount
            best_score = score
    return best, shifted(text, best)
