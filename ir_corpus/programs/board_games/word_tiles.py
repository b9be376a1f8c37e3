# calls: best_words('retains', ['rain', 'train', 'stainer', 'quiz', 'nastier', 'tin', 'sir', 'zebra', 'retina', 'east', 'seat', 'inert', 'xi'] * 4, 'n', 2)
# calls: best_words('q', ['qi', 'q'], 'i', 0)
POINTS = {1: 'aeioulnstr', 2: 'dg', 3: 'bcmp', 4: 'fhvwy', 5: 'k', 8: 'jx', 10: 'qz'}


def value(letter):
    for points in POINTS:
        if letter in POINTS[points]:
            return points
    return 0


def can_make(word, rack):
    for letter in word:
        if word.count(letter) > rack.count(letter):
            return False
    return True


def score(word, start):
    total = 0
    factor = 1
    for i, letter in enumerate(word):
        square = (start + i) % 7
        if square == 3:
            total += value(letter) * 2
        else:
            total += value(letter)
        if square == 0:
            factor *= 2
    if len(word) >= 7:
        return total * factor + 50
    return total * factor


def best_words(rack, words, hook, hook_place):
    found = []
    for word in words:
        if word in [f[1] for f in found]:
            continue
        if not can_make(word, rack + hook):
            continue
        best = 0
        for i in range(len(word)):
            if word[i] == hook and hook_place - i >= 0:
                best = max(best, score(word, hook_place - i))
        for start in range(7):
            if can_make(word, rack):
                best = max(best, score(word, start) - 1)
        found.append((best, word))
    return sorted(found, key=lambda f: (-f[0], f[1]))
