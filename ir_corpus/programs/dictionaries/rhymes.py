# calls: rhymes(['light', 'night', 'bright', 'day', 'play', 'grey', 'station', 'nation', 'ration', 'kite', 'might'] * 3, 3)
# calls: scheme(['the day is bright', 'we love the night', 'and so we play', 'another day', 'no kite', 'his plan', 'old sea', 'a stone'] * 12, 2)
def rhyme(a, b, length):
    return a != b and a[-length:] == b[-length:]


def rhymes(words, length):
    pairs = []
    lonely = []
    for i in range(len(words)):
        found = False
        for j in range(len(words)):
            if rhyme(words[i], words[j], length):
                found = True
                if i < j and (words[i], words[j]) not in pairs:
                    pairs.append((words[i], words[j]))
        if not found and words[i] not in lonely:
            lonely.append(words[i])
    return pairs, lonely


def scheme(lines, length):
    endings = []
    letters = ''
    for line in lines:
        word = line.split()[-1]
        place = None
        for k in range(len(endings)):
            if endings[k] == word[-length:]:
                place = k
        if place is None:
            endings.append(word[-length:])
            place = len(endings) - 1
        letters += chr(ord('A') + place)
    return letters
