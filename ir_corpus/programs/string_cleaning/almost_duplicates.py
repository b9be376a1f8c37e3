# calls: merge_similar(['Acme Corp%s' % ['.', '', ' Ltd', ', Inc'][i % 4] if i % 3 else 'Firma %s GmbH' % 'ABCDEF'[i % 6] for i in range(36)]), merge_similar(['', ' '])
ENDINGS = ['ltd', 'inc', 'gmbh', 'corp', 'ag', 'co']


def key(name):
    words = []
    word = ''
    for c in name.lower() + ' ':
        if c.isalnum():
            word += c
        elif word:
            if word not in ENDINGS:
                words.append(word)
            word = ''
    return ' '.join(words)


def trigrams(text):
    text = '  ' + text + ' '
    return [text[i:i + 3] for i in range(len(text) - 2)]


def likeness(a, b):
    left = trigrams(key(a))
    right = trigrams(key(b))
    shared = 0
    for t in left:
        if t in right:
            shared += 1
            right.remove(t)
    return 2 * shared / (len(left) + len(trigrams(key(b))))


def merge_similar(names):
    clusters = []
    for name in names:
        for cluster in clusters:
            if likeness(name, cluster[0]) >= 0.8:
                cluster.append(name)
                break
        else:
            clusters.append([name])
    return [(max(c, key=len), len(c)) for c in clusters]
