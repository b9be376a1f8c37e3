# calls: best_words('retains', ['rain', 'train', 'retina', 'stain', 'nastier', 'quiz', 'tree', 'sir', 'antsier', 'art'] * 9, [1, 1, 2, 1, 3, 1, 1, 2]), best_words('aa', [], [1])
POINTS = {1: 'aeioulnstr', 2: 'dg', 3: 'bcmp', 4: 'fhvwy', 5: 'k', 8: 'jx', 10: 'qz'}


def letter_points(letter):
    for points in POINTS:
        if letter in POINTS[points]:
            return points
    return 0


def can_build(word, rack):
    left = rack
    for letter in word:
        place = left.find(letter)
        if place == -1:
            return False
        left = left[:place] + left[place + 1:]
    return True


def word_points(word, bonus, start):
    total = 0
    for k, letter in enumerate(word):
        total += letter_points(letter) * bonus[start + k]
    if len(word) == 7:
        total += 50
    return total


def best_words(rack, dictionary, bonus):
    found = []
    for word in dictionary:
        if not can_build(word, rack):
            continue
        for start in range(len(bonus) - len(word) + 1):
            entry = (word_points(word, bonus, start), word, start)
            if entry not in found:
                found.append(entry)
    found.sort(key=lambda e: (-e[0], e[1], e[2]))
    if not found:
        return None, 0, []
    top = found[0][0]
    return found[0], len(found), [e for e in found if e[0] == top]
