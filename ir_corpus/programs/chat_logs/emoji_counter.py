# calls: moods([('user%d' % (i % 6), 'text ' + [':)', ':-(', 'xD', ':thumbs: :fire:', 'no'][i % 5] * (i % 3 + 1) + ' end') for i in range(80)]), moods([('a', ':):):('), ('b', '::')])
SMILEYS = [(':-)', 1), (':)', 1), ('xD', 2), (':-(', -1), (':(', -1), (':/', 0)]


def count_overlapping_free(text, mark):
    n = 0
    at = text.find(mark)
    while at != -1:
        n += 1
        at = text.find(mark, at + len(mark))
    return n


def named(text):
    names = []
    pieces = text.split(':')
    i = 1
    while i < len(pieces) - 1:
        piece = pieces[i]
        if piece and piece.isalpha():
            names.append(piece)
            i += 2
        else:
            i += 1
    return names


def mood(text):
    score = 0
    hits = 0
    for mark, worth in SMILEYS:
        n = count_overlapping_free(text, mark)
        score += n * worth
        hits += n
    return score, hits


def moods(messages):
    people = {}
    used = {}
    for who, text in messages:
        score, hits = mood(text)
        extra = named(text)
        for name in extra:
            used[name] = used.get(name, 0) + 1
        old = people.get(who, (0, 0, 0))
        people[who] = (old[0] + score, old[1] + hits + len(extra), old[2] + 1)
    happiest = max(people, key=lambda p: people[p][0] / people[p][2])
    gloomy = [p for p in people if people[p][0] < 0]
    return people, used, happiest, gloomy
