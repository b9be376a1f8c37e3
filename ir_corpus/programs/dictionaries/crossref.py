# calls: undefined({'word%d' % i: 'see word%d and word%d or thing' % (i * 3 % 50, i * 7 % 60) for i in range(140)}), circular({'big': 'large', 'large': 'huge', 'huge': 'big', 'tiny': 'small', 'small': 'little', 'little': ''})
STOP = ['see', 'and', 'or', 'the', 'a', 'of']


def clean(word):
    return word.strip('.,;').lower()


def undefined(glossary):
    missing = {}
    for entry in glossary:
        for raw in glossary[entry].split():
            word = clean(raw)
            if word in STOP:
                continue
            if word not in glossary:
                missing[word] = missing.get(word, 0) + 1
    ranked = sorted(missing.items(), key=lambda pair: pair[1], reverse=True)
    total = 0
    for word, count in ranked:
        total += count
    return ranked[:4], total


def circular(synonyms):
    loops = []
    for start in synonyms:
        seen = []
        word = start
        while word in synonyms and word not in seen:
            seen.append(word)
            word = synonyms[word]
        if word == start:
            smallest = min(seen)
            if smallest not in loops:
                loops.append(smallest)
    return loops
