# calls: rate_fill(['STARES#OPERAS', 'TONIC#AVIATOR', 'AXLE#QUIZZED#S', 'R#EERIE#NEEDY', 'EDGES#TRESSES'] * 4), rate_fill(['JAZZ']), rate_fill([''])
VALUES = {'AEIOULNRST': 1, 'DG': 2, 'BCMP': 3, 'FHVWY': 4, 'K': 5, 'JX': 8, 'QZ': 10}
COMMON = ['ERIE', 'OPERA', 'AXLE', 'EDGES', 'STAR']


def value(letter):
    for group in VALUES:
        if letter in group:
            return VALUES[group]
    return 0


def entries(rows):
    words = []
    for row in rows:
        word = ''
        for ch in row:
            if ch == '#':
                if len(word) >= 3:
                    words.append(word)
                word = ''
            else:
                word += ch
        if len(word) >= 3:
            words.append(word)
    return words


def plural(word):
    return word[-1] == 'S' and word[-2] != 'S' and word[-2:] not in ('US', 'IS')


def rate_fill(rows):
    words = entries(rows)
    score = 0.0
    stale = []
    repeats = []
    for i in range(len(words)):
        word = words[i]
        points = sum(value(ch) for ch in word) / len(word)
        if plural(word):
            points -= 0.5
        for crutch in COMMON:
            if crutch in word and word not in stale:
                stale.append(word)
        for j in range(i):
            if words[j] == word or words[j][:5] == word[:5]:
                repeats.append((words[j], word))
                points -= 0.25
                break
        score += points
    used = ''.join(words)
    missing = [ch for ch in 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' if ch not in used]
    vowels = sum(used.count(v) for v in 'AEIOU')
    return round(score, 4), stale, len(repeats), ''.join(missing), round(vowels / max(1, len(used)), 4)
